package dev.paddock.reward;

import dev.paddock.rewardmodel.FileTrouble;
import dev.paddock.shared.Refusal;
import java.io.IOException;

/** A bundle could not be moved out of its place; everything stays as it is. */
final class NotRemoved extends Refusal {

    NotRemoved(IOException reason) {
        super(
                Kind.UNAVAILABLE,
                "The bundle could not be removed here (" + FileTrouble.words(reason) + "). Nothing was changed.");
    }
}
