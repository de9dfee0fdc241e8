package dev.paddock.samples;

import java.time.Duration;
import java.util.function.Consumer;

/** Reads along a turn that is generated here. */
final class LocalFollower implements Runnable, AutoCloseable {

    private static final Duration FRAME = Duration.ofMillis(30);
    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    private final WatchedTurn watched;
    private final Consumer<LiveFrame> listener;
    private volatile boolean closed;

    LocalFollower(WatchedTurn watched, Consumer<LiveFrame> listener) {
        this.watched = watched;
        this.listener = listener;
        watched.arrive();
    }

    @Override
    public void run() {
        try {
            follow();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            watched.leave();
        }
    }

    private void follow() throws InterruptedException {
        var reader = new LiveTurn.Reader();
        var first = true;
        while (!closed) {
            watched.turn().await(reader, LOOK_UP);
            var frame = watched.turn().since(reader);
            if (closed) {
                return;
            }
            if (first || frame.isLast() || !frame.pieces().isEmpty()) {
                listener.accept(frame);
            }
            if (frame.isLast()) {
                return;
            }
            first = false;
            Thread.sleep(FRAME);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
