package dev.paddock.samples;

import dev.paddock.samples.pairs.Permits;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The turns that this instance generates now. */
@Component
class TurnRuns {

    private static final Logger logger = LoggerFactory.getLogger(TurnRuns.class);

    private final Map<UUID, TurnRun> running = new ConcurrentHashMap<>();
    private final TurnLog log;
    private final PairPlanner planner;
    private final LiveTurns live;
    private final GenerationSettings settings;
    private final Permits permits;
    private final Clock clock;
    private volatile boolean closed;

    TurnRuns(
            TurnLog log,
            PairPlanner planner,
            LiveTurns live,
            GenerationSettings settings,
            Permits permits,
            Clock clock) {
        this.log = log;
        this.planner = planner;
        this.live = live;
        this.settings = settings;
        this.permits = permits;
        this.clock = clock;
    }

    @TransactionalEventListener
    void begin(Begun begun) {
        var id = begun.turn();
        var turn = live.open(id, () -> log.cancel(id));
        var run = new TurnRun(begun, turn, log, planner, permits, settings, clock);
        Optional.ofNullable(running.put(id, run)).ifPresent(TurnRun::stop);
        if (closed) {
            run.stop();
        }
        Thread.ofVirtual().name("turn " + id).start(() -> toItsEnd(id, run, turn));
    }

    /** Whatever breaks: what is still generating by then is drawn again once its lease is over. */
    private void toItsEnd(UUID id, TurnRun run, LiveTurn turn) {
        try {
            run.run();
        } catch (RuntimeException | Error unrecorded) {
            logger.error("What became of turn {} could not be put on record", id, unrecorded);
        } finally {
            running.remove(id, run);
            live.close(id, turn);
        }
    }

    @TransactionalEventListener
    void stop(TurnStopped stopped) {
        stop(stopped.turn());
    }

    void stop(UUID turn) {
        Optional.ofNullable(running.get(turn)).ifPresent(TurnRun::stop);
    }

    @TransactionalEventListener
    void promote(TurnClaimed claimed) {
        Optional.ofNullable(running.get(claimed.turn())).ifPresent(TurnRun::promote);
    }

    /** Stops all of them, waits until they are on record, and begins no more. Their turns stay for others to take over. */
    void close(Duration patience) throws InterruptedException {
        closed = true;
        running.values().forEach(TurnRun::stop);
        var end = System.nanoTime() + patience.toNanos();
        while (!running.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    boolean isClosed() {
        return closed;
    }

    Set<UUID> ids() {
        return Set.copyOf(running.keySet());
    }
}
