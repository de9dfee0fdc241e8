package dev.paddock.shared;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every so often, however long a step of the work takes, whether what this thread works on is wanted still. The first time that it is
 * not, this thread is interrupted and the asking ends, as it does when the watch is closed.
 *
 * <p>It asks from a platform thread: a virtual one might wait for the very computing that it watches.
 */
public final class Watch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean ended;

    /** @param wanted one that fails is asked again after the next pause */
    public Watch(Duration pause, BooleanSupplier wanted) {
        Thread.ofPlatform().daemon().name("watch").start(() -> ask(pause, wanted));
    }

    private void ask(Duration pause, BooleanSupplier wanted) {
        try {
            while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!isWanted(wanted)) {
                    end();
                }
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWanted(BooleanSupplier wanted) {
        try {
            return wanted.getAsBoolean();
        } catch (RuntimeException unknown) {
            log.warn("Whether the work is wanted still could not be told: {}", unknown.toString());
            return true;
        }
    }

    private synchronized void end() {
        if (over.getCount() > 0) {
            over.countDown();
            ended = true;
            worker.interrupt();
        }
    }

    /** Whether the work was not wanted any more before it was over. */
    public synchronized boolean endedIt() {
        return ended;
    }

    /** The thread that worked is as it was. */
    @Override
    public synchronized void close() {
        over.countDown();
        if (ended) {
            Thread.interrupted();
        }
    }
}
