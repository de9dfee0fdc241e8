package dev.paddock.rewardmodel.scoring;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets as many calls through at once as there are places, and none after it was shut. Shutting waits for those inside: closing a native
 * session under a running call would take the whole process down.
 */
final class Gate {

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Semaphore places;
    private boolean shut;

    Gate(int places) {
        this.places = new Semaphore(places, true);
    }

    <T> T through(Supplier<T> call) {
        places.acquireUninterruptibly();
        lock.readLock().lock();
        try {
            if (shut) {
                throw new IllegalStateException("This reward model was closed.");
            }
            return call.get();
        } finally {
            lock.readLock().unlock();
            places.release();
        }
    }

    /** Runs {@code last} when nobody is inside any more; the second time it does nothing. */
    void shut(Runnable last) {
        lock.writeLock().lock();
        try {
            if (!shut) {
                shut = true;
                last.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
