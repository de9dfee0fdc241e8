package dev.paddock.shared;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says every few seconds that a job is worked on, however long one of its steps takes. It ends with the work: when it is closed, or the first
 * time that there is nothing to be said any more. Where the job was lost meanwhile, the thread that works on it is interrupted.
 *
 * <p>On a platform thread: a virtual one might wait for the very computing that it tells of.
 */
public final class SignsOfLife implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean lost;

    /**
     * @param wanted whether this process goes on with it
     * @param sign gives one; false where the job is to end, or not this one's any more
     */
    SignsOfLife(Duration pause, BooleanSupplier wanted, BooleanSupplier sign) {
        Thread.ofPlatform().daemon().name("signs of life").start(() -> give(pause, wanted, sign));
    }

    private void give(Duration pause, BooleanSupplier wanted, BooleanSupplier sign) {
        try {
            while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS) && wanted.getAsBoolean()) {
                if (!given(sign)) {
                    lose();
                }
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean given(BooleanSupplier sign) {
        try {
            return sign.getAsBoolean();
        } catch (RuntimeException away) {
            log.warn("No sign of life could be given: {}", away.toString());
            return true;
        }
    }

    private synchronized void lose() {
        if (over.getCount() > 0) {
            over.countDown();
            lost = true;
            worker.interrupt();
        }
    }

    synchronized boolean wereLost() {
        return lost;
    }

    /** The thread that worked is as it was. */
    @Override
    public synchronized void close() {
        over.countDown();
        if (lost) {
            Thread.interrupted();
        }
    }
}
