package dev.paddock.rewardmodel;

import java.util.concurrent.CancellationException;

/** What it means to be interrupted while scores are computed, or a model is opened: that nobody waits for them any more. */
public final class Dropped {

    private Dropped() {}

    /** The thread stays interrupted, so that whatever else it would wait for is left as well. */
    public static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("Nobody waits for this any more.");
    }
}
