package dev.paddock.web.live;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that is of use to nobody once its caller hangs up. */
public final class WhileConnected {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Connection connection;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean dropped;

    private WhileConnected(Connection connection) {
        this.connection = connection;
    }

    /**
     * Does the work on this thread, which is interrupted when the caller hangs up. The request must have been read.
     *
     * @throws CallerGone where that ended it
     */
    public static <T> T get(ServletRequest request, Supplier<T> work) {
        var connection = Connection.of(request);
        return connection == null ? work.get() : new WhileConnected(connection).get(work);
    }

    private <T> T get(Supplier<T> work) {
        Thread.ofVirtual().name("sees whether the caller is still there").start(this::watch);
        try {
            return work.get();
        } catch (RuntimeException failed) {
            throw wasDropped() ? new CallerGone() : failed;
        } finally {
            end();
        }
    }

    private void watch() {
        try {
            while (!over.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        if (over.getCount() > 0 && connection.isClosed()) {
            dropped = true;
            over.countDown();
            worker.interrupt();
        }
    }

    private synchronized boolean wasDropped() {
        return dropped;
    }

    /** From here on nobody looks at the connection, and the thread is as it was. */
    private synchronized void end() {
        over.countDown();
        if (dropped) {
            Thread.interrupted();
        }
    }
}
