package dev.paddock.tasks;

import dev.paddock.shared.Refusal;

/** The time of the lease ran out or it was given back; somebody else may hold the slot by now. */
public final class LeaseLost extends Refusal {

    LeaseLost() {
        super(
                Kind.CONFLICT,
                "This task is no longer held for you: its time ran out or it was given back. Your text has been kept; take"
                        + " the next task and copy from it what you need.");
    }
}
