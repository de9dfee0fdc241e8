package dev.paddock.reward;

import dev.paddock.shared.Refusal;

/** Nothing says how often a candidate is right beside the model that serves; it serves only for a reason. */
public final class NotMeasured extends Refusal {

    public NotMeasured(String why) {
        super(Kind.CONFLICT, why);
    }
}
