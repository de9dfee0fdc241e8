package dev.paddock.samples;

import dev.paddock.samples.Listening.Heard;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.Generation;
import dev.paddock.samples.openai.Patience;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One side of a pair, over all its attempts. */
final class SideRun {

    /** A server's adapter keeps the time itself; beyond that any engine, the embedded one as well, is given up from outside. */
    static final Duration MARGIN = Duration.ofSeconds(10);

    private final Begun draw;
    private final LiveTurn live;
    private final TurnLog log;
    private final Patience patience;
    private final Clock clock;
    private final Slot slot;
    private volatile Attempt attempt;
    private volatile boolean stopped;
    private volatile @Nullable Generation generation;
    private volatile @Nullable Failure failure;

    SideRun(Begun draw, Attempt first, LiveTurn live, TurnLog log, Patience patience, Clock clock) {
        this.draw = draw;
        this.attempt = first;
        this.slot = first.side().slot();
        this.live = live;
        this.log = log;
        this.patience = patience;
        this.clock = clock;
    }

    /** Asked once more with the same decoding if it fails in a way that may pass. */
    Attempted answer() {
        var first = once();
        var why = first.failure();
        if (why == null || !why.isPassing() || stopped || isMerelyLong(why, first)) {
            return ended(first);
        }
        live.restart(slot);
        attempt = log.again(draw, first.attempted(), attempt.side());
        return ended(once());
    }

    /** An answer that was coming and did not come to its end in time would not the second time either; and nobody waits that long again. */
    private static boolean isMerelyLong(Failure why, Heard heard) {
        return (why.kind() == Failure.Kind.SLOW || why.kind() == Failure.Kind.STALLED)
                && !heard.attempted().text().isBlank();
    }

    /** Drawn again, a little warmer, with the old answer kept on record as discarded. */
    Attempted answerInstead(Attempted old, String why, Side warmer) {
        live.restart(slot);
        attempt = log.again(draw, old.discarded(why), warmer);
        return answer();
    }

    private Heard once() {
        var listening = new Listening(attempt, piece -> live.append(slot, piece), clock);
        var started = attempt.side().generator().generate(attempt.side().request(), listening);
        generation = started;
        if (stopped) {
            started.cancel();
        }
        return listening.await(patience.total().plus(MARGIN), started);
    }

    private Attempted ended(Heard heard) {
        failure = heard.failure();
        if (failure == null) {
            live.complete(slot);
        }
        return heard.attempted();
    }

    /** Null while it runs and when it ended well. */
    @Nullable
    Failure failure() {
        return failure;
    }

    Attempt attempt() {
        return attempt;
    }

    void stop() {
        stopped = true;
        var running = generation;
        if (running != null) {
            running.cancel();
        }
    }
}
