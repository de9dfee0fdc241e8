package dev.paddock.rewardmodel.llama;

import java.util.HashSet;
import java.util.Set;

/** Ends a generation from another thread: within one token, and also in the middle of a long prompt. */
public final class Cancellation {

    private final Set<Runnable> listeners = new HashSet<>();
    private boolean cancelled;

    /** Calling it again changes nothing. */
    public synchronized void cancel() {
        if (!cancelled) {
            cancelled = true;
            listeners.forEach(Runnable::run);
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void listen(Runnable listener) {
        listeners.add(listener);
        if (cancelled) {
            listener.run();
        }
    }

    synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
