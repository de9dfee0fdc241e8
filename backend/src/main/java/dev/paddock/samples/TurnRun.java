package dev.paddock.samples;

import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.pairs.Permits;
import dev.paddock.samples.pairs.Ticket;
import dev.paddock.shared.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Runnable giveWay;
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
            Clock clock,
            Runnable giveWay) {
        this.draw = first;
        this.wanted = first.live();
        this.live = live;
        this.log = log;
        this.planner = planner;
        this.permits = permits;
        this.settings = settings;
        this.clock = clock;
        this.giveWay = giveWay;
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

    private void drawAgain(Lost first) {
        logger.warn("Turn {}: {}; drawing the pair again", draw.turn(), first.failure());
        try {
            var sides = planner.plan(draw.question(), first.variants());
            if (first.failure().kind() == Failure.Kind.BUSY && sides.stream().anyMatch(first::isAt)) {
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

    private record Lost(List<Attempted> ended, Failure failure) {

        Stream<Side> failed() {
            return ended.stream()
                    .filter(attempted -> attempted.state() == SampleState.FAILED)
                    .map(attempted -> attempted.attempt().side());
        }

        /** To be avoided in the next draw. */
        Set<UUID> variants() {
            return failed().map(side -> side.draw().variant().id()).collect(Collectors.toSet());
        }

        /** A server that is busy is left in peace: another draw must be of another one. */
        boolean isAt(Side other) {
            return failed().anyMatch(
                            side -> side.endpoint().id().equals(other.endpoint().id()));
        }
    }

    /** Null when the pair is on record, or the turn ended otherwise. */
    private @Nullable Lost drawn() {
        try (var place = permits.request(needs(), wanted, giveWay)) {
            ticket = place;
            if (wanted) {
                place.promote();
            }
            if (!waitFor(place)) {
                fail(untouched(), Apologies.BUSY);
                return null;
            }
            return settle(started().run(together()));
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

    private @Nullable Lost settle(PairRun.Result result) {
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
        return new Lost(result.discarded("the other answer failed"), why);
    }

    private List<Permits.Need> needs() {
        var needs = new ArrayList<Permits.Need>();
        var endpoints = draw.attempts().values().stream()
                .map(attempt -> attempt.side().endpoint())
                .collect(Collectors.groupingBy(endpoint -> endpoint.id()));
        endpoints.forEach((id, same) ->
                needs.add(new Permits.Need(id, same.size(), same.getFirst().slots())));
        return needs;
    }

    /** Two answers at an endpoint with one slot come one after the other. */
    private boolean together() {
        return needs().stream().mapToInt(Permits.Need::permits).sum() == 2;
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
