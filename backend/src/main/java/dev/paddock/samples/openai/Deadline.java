package dev.paddock.samples.openai;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Watches a stream, as the JDK's client stops watching once the headers are there. */
final class Deadline implements AutoCloseable {

    private static final long TICK_MILLIS = 50;

    private final long end;
    private final ScheduledFuture<?> watch;
    private volatile long next;
    private volatile boolean missed;

    /** @param missed what breaks the stream off; called at most once, from the watching thread */
    Deadline(ScheduledExecutorService clock, Duration total, Duration first, Runnable missed) {
        this.end = System.nanoTime() + total.toNanos();
        this.next = System.nanoTime() + first.toNanos();
        this.watch = clock.scheduleWithFixedDelay(() -> look(missed), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(Runnable breakOff) {
        var now = System.nanoTime();
        if (!missed && (now - next > 0 || isOver())) {
            missed = true;
            breakOff.run();
        }
    }

    void expect(Duration within) {
        next = System.nanoTime() + within.toNanos();
    }

    boolean isMissed() {
        return missed;
    }

    /** Whether all the time is over, whatever came meanwhile. */
    boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    @Override
    public void close() {
        watch.cancel(false);
    }
}
