package dev.paddock.reward;

import dev.paddock.shared.Refusal;

/** A candidate did worse than the model that serves, or was measured against another; it serves only for a reason. */
public final class FoundWorse extends Refusal {

    public FoundWorse(String figures) {
        super(Kind.CONFLICT, figures);
    }
}
