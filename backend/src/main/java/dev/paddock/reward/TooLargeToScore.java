package dev.paddock.reward;

import dev.paddock.shared.Refusal;
import java.util.List;

/** A conversation that the reward model could not get through, even by itself: it is longer than the memory or the time allows. */
final class TooLargeToScore extends Refusal {

    /** @param faults naming it, where it is known which one it is */
    TooLargeToScore(String reason, List<Fault> faults) {
        super(
                Kind.TOO_LARGE,
                "One of these conversations is too long for the reward model; send it shorter. " + reason,
                faults);
    }
}
