package dev.paddock.reward;

import dev.paddock.shared.Refusal;

/** A conversation that the reward model could not get through, even by itself: it is longer than the memory or the time allows. */
final class TooLargeToScore extends Refusal {

    TooLargeToScore(String reason) {
        super(
                Kind.TOO_LARGE,
                "One of these conversations is too long for the reward model; send it shorter. " + reason);
    }
}
