package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.Dropped;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets as many calls through at once as there are places, and none after it was shut. Others wait in line, so many of them and so long at
 * most; one whose thread is interrupted, as nobody waits for it any more, leaves the line and is never computed. Shutting waits for those inside: closing a native
 * session under a running call would take the whole process down.
 */
final class Turnstile {

    static final int MOST_WAITING = 1_024;

    private static final long PATIENCE_SECONDS = 60;

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Places places;
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean shut;

    Turnstile(int places) {
        this.places = new Places(places);
    }

    /** Has as many places from here on. Those inside stay. */
    void places(int number) {
        places.become(number);
    }

    /** @throws ScoringBusy where too many wait already, or it waited too long */
    <T> T through(Supplier<T> call) {
        return through(1, call);
    }

    /** @param taken of the places, by this one call */
    <T> T through(int taken, Supplier<T> call) {
        enter(taken);
        lock.readLock().lock();
        try {
            if (shut) {
                throw new IllegalStateException("This reward model was closed.");
            }
            return call.get();
        } finally {
            lock.readLock().unlock();
            places.release(taken);
        }
    }

    private void enter(int taken) {
        try {
            if (waiting.incrementAndGet() > MOST_WAITING
                    || !places.tryAcquire(taken, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ScoringBusy();
            }
        } catch (InterruptedException dropped) {
            throw Dropped.interrupted();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static final class Places extends Semaphore {

        private int number;

        Places(int number) {
            super(number, true);
            this.number = number;
        }

        synchronized void become(int wanted) {
            if (wanted > number) {
                release(wanted - number);
            } else {
                reducePermits(number - wanted);
            }
            number = wanted;
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
