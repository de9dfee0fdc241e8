package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a graph on this thread, ended when it takes too long: graphs come from anybody, and a loop in one can have any number of rounds.
 * It is ended as well where the thread is interrupted, of which native code hears nothing.
 */
final class BoundedRun implements AutoCloseable {

    enum Early {
        RAN_TOO_LONG,
        DROPPED
    }

    private static final ScheduledThreadPoolExecutor CLOCK = clock();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final RunOptions options = new RunOptions();
    private final Thread runner = Thread.currentThread();
    private final long started = System.nanoTime();
    private final Duration longest;
    private final Future<?> looks;
    private @Nullable Early early;
    private boolean closed;

    BoundedRun(Duration longest) throws OrtException {
        this.longest = longest;
        var pause = longest.compareTo(BETWEEN_LOOKS) < 0 ? longest : BETWEEN_LOOKS;
        looks = CLOCK.scheduleWithFixedDelay(this::look, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name("looks after runs of graphs").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    RunOptions options() {
        return options;
    }

    /** Why it was ended before it was through; null where it was not. */
    synchronized @Nullable Early early() {
        return early;
    }

    private synchronized void look() {
        if (closed || early != null) {
            return;
        }
        if (System.nanoTime() - started >= longest.toNanos()) {
            end(Early.RAN_TOO_LONG);
        } else if (runner.isInterrupted()) {
            end(Early.DROPPED);
        }
    }

    private void end(Early why) {
        try {
            early = why;
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        looks.cancel(false);
        options.close();
    }
}
