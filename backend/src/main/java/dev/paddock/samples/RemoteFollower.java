package dev.paddock.samples;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** Waits for a turn that another replica generates, or tells of one that has ended. */
final class RemoteFollower implements Runnable, AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(400);

    private final UUID turn;
    private final TurnWatch watch;
    private final Consumer<LiveFrame> listener;
    private volatile boolean closed;

    RemoteFollower(UUID turn, TurnWatch watch, Consumer<LiveFrame> listener) {
        this.turn = turn;
        this.watch = watch;
        this.listener = listener;
    }

    @Override
    public void run() {
        try {
            var first = true;
            while (!closed) {
                var frame = watch.look(turn);
                if (first || frame.isLast()) {
                    listener.accept(frame);
                }
                if (frame.isLast()) {
                    return;
                }
                first = false;
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
