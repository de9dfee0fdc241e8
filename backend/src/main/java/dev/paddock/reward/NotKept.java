package dev.paddock.reward;

import dev.paddock.rewardmodel.FileTrouble;
import dev.paddock.shared.Refusal;
import java.io.IOException;

/** A bundle could not be written here; nothing of it stays. */
final class NotKept extends Refusal {

    NotKept(IOException reason) {
        super(
                Kind.UNAVAILABLE,
                "The bundle could not be kept here (" + FileTrouble.words(reason)
                        + "). Nothing of it stays; send it again.");
    }
}
