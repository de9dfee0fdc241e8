package dev.paddock.samples;

import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.pairs.Permits;
import dev.paddock.samples.pairs.Ticket;
import dev.paddock.shared.Refusal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Generates one turn: waits for permits, draws the pair, draws it once more when it comes to nothing. */
final class TurnRun implements Runnable {

    private static final Logger logger = LoggerFactory.getLogger(TurnRun.class);

    private final LiveTurn live;
    private final TurnLog log;
    private final PairPlanner planner;
    private final Permits permits;
    private final GenerationSettings settings;
    private final Clock clock;
    private Begun draw;
    private volatile boolean wanted;
    private volatile boolean stopped;
    private volatile @Nullable Ticket ticket;
    private volatile @Nullable PairRun pair;

    TurnRun(
            Begun first,
            LiveTurn live,
            TurnLog log,
            PairPlanner planner,
            Permits permits,
            GenerationSettings settings,
            Clock clock) {
        this.draw = first;
        this.wanted = first.live();
        this.live = live;
        this.log = log;
        this.planner = planner;
        this.permits = permits;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            var failure = drawn();
            if (failure != null && !stopped) {
                drawAgain(failure);
            }
        } catch (TurnLost lost) {
            log.abandon(unrecorded());
        } catch (RuntimeException | Error bug) {
            logger.error("Turn {} broke", draw.turn(), bug);
            fail(List.of(), Apologies.OURS);
        }
    }

    private void drawAgain(LostPair first) {
        logger.warn("Turn {}: {}; drawing the pair again", draw.turn(), first.failure());
        try {
            var sides = planner.plan(draw.question(), first.variants());
            if (first.asksBusyServer(sides)) {
                fail(first.ended(), Apologies.BUSY);
                return;
            }
            draw = log.redraw(draw, first.ended(), sides);
        } catch (Refusal none) {
            fail(first.ended(), String.valueOf(none.getMessage()));
            return;
        }
        for (var slot : Slot.values()) {
            live.restart(slot);
        }
        var second = drawn();
        if (second != null && !stopped) {
            logger.warn("Turn {} failed: {}", draw.turn(), second.failure());
            fail(second.ended(), Apologies.of(second.failure().kind()));
        }
    }

    /** Null when the pair is on record, or the turn ended otherwise. */
    private @Nullable LostPair drawn() {
        try (var place = permits.request(draw.needs(), wanted, this::giveWay)) {
            ticket = place;
            if (wanted) {
                place.promote();
            }
            if (!waitFor(place)) {
                fail(untouched(), Apologies.BUSY);
                return null;
            }
            return settle(started().run(draw.together()));
        } catch (Permits.Busy busy) {
            fail(untouched(), Apologies.BUSY);
            return null;
        }
    }

    private boolean waitFor(Ticket place) {
        try {
            return !stopped && place.await(settings.queueing()) && !stopped;
        } catch (InterruptedException stopping) {
            return false;
        }
    }

    private PairRun started() {
        var run = new PairRun(draw, live, log, planner, settings.patience(), clock);
        pair = run;
        if (stopped) {
            run.stop();
        }
        return run;
    }

    private @Nullable LostPair settle(PairRun.Result result) {
        if (stopped) {
            log.abandon(result.discarded("the turn was cancelled"));
            return null;
        }
        var failure = result.failure();
        if (failure == null && result.isPair()) {
            log.ready(draw, result.a(), result.b(), result.alike());
            live.end(TurnState.READY, "");
            return null;
        }
        var why = failure == null ? new Failure(Failure.Kind.BROKEN, "no pair") : failure;
        return new LostPair(result.discarded("the other answer failed"), why);
    }

    private List<Attempted> untouched() {
        var state = stopped ? SampleState.CANCELLED : SampleState.FAILED;
        return draw.attempts().values().stream()
                .map(attempt -> attempt.ended(state, "never started", "", Outcome.PENDING))
                .toList();
    }

    private List<Attempted> unrecorded() {
        var running = pair;
        return running == null ? untouched() : running.given("the turn was no longer ours");
    }

    private void fail(List<Attempted> ended, String sentence) {
        if (stopped) {
            log.abandon(ended);
            return;
        }
        log.fail(draw, ended, sentence);
        live.end(TurnState.FAILED, sentence);
    }

    /** Whoever took it over before it was known to run here could not tell it so. */
    private void giveWay() {
        if (!log.giveWay(draw.turn())) {
            promote();
        }
    }

    /** A person has taken over what was drawn ahead. */
    void promote() {
        wanted = true;
        var place = ticket;
        if (place != null) {
            place.promote();
        }
    }

    void stop() {
        stopped = true;
        var place = ticket;
        if (place != null) {
            place.giveUp();
        }
        var running = pair;
        if (running != null) {
            running.stop();
        }
    }
}
