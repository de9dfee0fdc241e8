package dev.paddock.samples;

import dev.paddock.samples.pairs.Permits;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The turns that this instance generates now. */
@Component
class TurnRuns {

    private final Map<UUID, TurnRun> running = new ConcurrentHashMap<>();
    private final TurnLog log;
    private final PairPlanner planner;
    private final LiveTurns live;
    private final GenerationSettings settings;
    private final Permits permits;
    private final Clock clock;

    TurnRuns(TurnLog log, PairPlanner planner, LiveTurns live, GenerationSettings settings, Clock clock) {
        this.log = log;
        this.planner = planner;
        this.live = live;
        this.settings = settings;
        this.permits = new Permits(settings.queue());
        this.clock = clock;
    }

    @TransactionalEventListener
    void begin(Begun begun) {
        var id = begun.turn();
        var turn = live.open(id, () -> log.cancel(id));
        var run = new TurnRun(begun, turn, log, planner, permits, settings, clock, () -> log.cancel(id));
        running.put(id, run);
        Thread.ofVirtual().name("turn " + id).start(() -> {
            try {
                run.run();
            } finally {
                running.remove(id, run);
                live.close(id, turn);
            }
        });
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

    Set<UUID> ids() {
        return Set.copyOf(running.keySet());
    }
}
