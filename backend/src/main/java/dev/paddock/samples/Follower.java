package dev.paddock.samples;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads along a turn for one page: word by word while it is generated here, in the database while it is elsewhere or has ended. */
final class Follower implements Runnable, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Follower.class);
    private static final Duration FRAME = Duration.ofMillis(30);
    private static final Duration LOOK_UP = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(400);

    private final Supplier<@Nullable WatchedTurn> here;
    private final Supplier<LiveFrame> elsewhere;
    private final Consumer<LiveFrame> listener;
    private final Runnable brokenOff;
    private volatile boolean closed;

    Follower(
            Supplier<@Nullable WatchedTurn> here,
            Supplier<LiveFrame> elsewhere,
            Consumer<LiveFrame> listener,
            Runnable brokenOff) {
        this.here = here;
        this.elsewhere = elsewhere;
        this.listener = listener;
        this.brokenOff = brokenOff;
    }

    @Override
    public void run() {
        try {
            follow();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException lost) {
            logger.info("A page that read along has to connect again: {}", lost.toString());
            brokenOff.run();
        }
    }

    /** A turn may be lost here and taken over there, and the other way round. */
    private void follow() throws InterruptedException {
        while (!closed) {
            var watched = here.get();
            if (watched == null ? endsElsewhere() : endsHere(watched)) {
                return;
            }
        }
    }

    private boolean endsHere(WatchedTurn watched) throws InterruptedException {
        watched.arrive();
        try {
            return ends(watched.turn());
        } finally {
            watched.leave();
        }
    }

    private boolean ends(LiveTurn turn) throws InterruptedException {
        var reader = new LiveTurn.Reader();
        for (var first = true; !closed; first = false) {
            turn.await(reader, LOOK_UP);
            var frame = turn.since(reader);
            if (frame.isLast()
                    || (turn.isGenerating() && (first || !frame.pieces().isEmpty()))) {
                tell(frame);
            }
            if (frame.isLast() || !turn.isGenerating()) {
                return frame.isLast();
            }
            Thread.sleep(FRAME);
        }
        return true;
    }

    private boolean endsElsewhere() throws InterruptedException {
        for (var first = true; !closed && here.get() == null; first = false) {
            var frame = elsewhere.get();
            if (first || frame.isLast()) {
                tell(frame);
            }
            if (frame.isLast()) {
                return true;
            }
            Thread.sleep(LOOK);
        }
        return false;
    }

    private void tell(LiveFrame frame) {
        if (!closed) {
            listener.accept(frame);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
