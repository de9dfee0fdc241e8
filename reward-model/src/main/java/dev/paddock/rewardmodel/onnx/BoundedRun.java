package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One run of a graph, ended when it takes too long: graphs come from anybody, and a loop in one can have any number of rounds. */
final class BoundedRun implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final RunOptions options = new RunOptions();
    private final Future<?> end;
    private boolean ended;
    private boolean closed;

    BoundedRun(Duration longest) throws OrtException {
        end = CLOCK.schedule(this::end, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("longest-run-of-a-graph").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    RunOptions options() {
        return options;
    }

    synchronized boolean wasEnded() {
        return ended;
    }

    private synchronized void end() {
        if (!closed) {
            try {
                ended = true;
                options.setTerminate(true);
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        end.cancel(false);
        options.close();
    }
}
