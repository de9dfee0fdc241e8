package dev.paddock.samples;

import dev.paddock.shared.Refusal;

/** Nothing can generate for this campaign now; the message says why and what helps. */
public final class NoModelAnswers extends Refusal {

    NoModelAnswers(String reason) {
        super(Kind.UNAVAILABLE, reason);
    }
}
