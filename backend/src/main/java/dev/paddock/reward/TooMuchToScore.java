package dev.paddock.reward;

import dev.paddock.shared.Refusal;

/** The reward model has more to do than it can just now; asked again, or with less at once, it may do. */
final class TooMuchToScore extends Refusal {

    TooMuchToScore(String reason) {
        super(Kind.TOO_MANY, reason);
    }
}
