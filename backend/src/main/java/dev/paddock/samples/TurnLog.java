package dev.paddock.samples;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts on record what happens to a turn. A sample's provenance is written before anything is sent; texts are written once, together with
 * what became of their turn. Writing for a turn that is no longer this instance's is refused as {@link TurnLost}.
 */
@Component
@Transactional
class TurnLog {

    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final GenerationSettings settings;
    private final Instance instance;
    private final Clock clock;
    private final SharedClock shared;

    TurnLog(
            EntityManager entities,
            ApplicationEventPublisher events,
            GenerationSettings settings,
            Instance instance,
            Clock clock,
            SharedClock shared) {
        this.entities = entities;
        this.events = events;
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
        this.shared = shared;
    }

    Turn begin(Question question, int number, String userText, boolean prefetched, List<Side> pair) {
        var turn = Turn.generating(
                question.conversationId(), number, userText, prefetched, instance.name(), clock.instant(), leaseEnd());
        entities.persist(turn);
        events.publishEvent(started(turn, question, pair));
        return turn;
    }

    /** Draws a turn again that nobody generates any more. */
    Turn redraw(Turn turn, Question question, List<Side> pair) {
        unfinished(turn)
                .forEach(sample -> sample.end(SampleState.FAILED, "its instance went away", "", Outcome.PENDING));
        turn.redraw(instance.name(), leaseEnd());
        events.publishEvent(started(turn, question, pair));
        return turn;
    }

    /** Draws a turn again whose pair came to nothing; for the run that is at it, which starts the new pair itself. */
    Begun redraw(Begun old, Collection<Attempted> ended, List<Side> pair) {
        var turn = ours(old);
        ended.forEach(this::end);
        turn.redraw(instance.name(), leaseEnd());
        return started(turn, old.question(), pair);
    }

    private Instant leaseEnd() {
        return shared.in(settings.lease());
    }

    private Begun started(Turn turn, Question question, List<Side> pair) {
        Map<Slot, Attempt> attempts = new EnumMap<>(Slot.class);
        pair.forEach(side -> attempts.put(side.slot(), start(turn, question.campaignId(), side)));
        return new Begun(turn.id(), turn.attempt(), question, attempts, !turn.prefetched());
    }

    private Attempt start(Turn turn, UUID campaign, Side side) {
        var sample = Sample.asked(
                turn, campaign, side.slot(), attempts(turn, side.slot()) + 1, side.provenance(clock.instant()));
        entities.persist(sample);
        return new Attempt(sample.id(), side);
    }

    private int attempts(Turn turn, Slot slot) {
        return entities.createQuery(
                        "select coalesce(max(s.attempt), 0) from Sample s where s.turnId = :turn and s.slot = :slot",
                        Integer.class)
                .setParameter("turn", turn.id())
                .setParameter("slot", slot)
                .getSingleResult();
    }

    /** One side once more, after an attempt that failed or was not kept. */
    Attempt again(Begun draw, Attempted ended, Side side) {
        var turn = ours(draw);
        end(ended);
        return start(turn, draw.question().campaignId(), side);
    }

    void ready(Begun draw, Attempted a, Attempted b, boolean alike) {
        var turn = ours(draw);
        for (var kept : List.of(a, b)) {
            end(kept);
            if (alike) {
                entities.find(Sample.class, kept.attempt().sample()).markNearDuplicate();
            }
        }
        turn.pair(a.attempt().sample(), b.attempt().sample(), clock.instant());
        events.publishEvent(new PairReady(
                turn.id(),
                turn.conversationId(),
                draw.question().campaignId(),
                a.attempt().sample(),
                b.attempt().sample()));
    }

    void fail(Begun draw, Collection<Attempted> ended, String sentence) {
        var turn = ours(draw);
        ended.forEach(this::end);
        fail(turn, sentence);
    }

    void fail(Turn turn, String sentence) {
        unfinished(turn).forEach(sample -> sample.end(SampleState.FAILED, sentence, "", Outcome.PENDING));
        turn.fail(sentence);
    }

    /** Stops it wherever it is generated; its samples are put on record by whoever generates them. */
    void cancel(UUID id) {
        stop(lock(id));
    }

    /**
     * Stops what was drawn ahead, as a person waits.
     *
     * @return false, and nothing done, where somebody has taken it over meanwhile
     */
    boolean giveWay(UUID id) {
        var turn = lock(id);
        if (turn.prefetched()) {
            stop(turn);
        }
        return turn.prefetched();
    }

    private void stop(Turn turn) {
        if (turn.state() == TurnState.GENERATING) {
            turn.cancel();
            events.publishEvent(new TurnStopped(turn.id()));
        }
    }

    /** What a run had when it lost its turn. */
    void abandon(Collection<Attempted> ended) {
        ended.forEach(this::end);
    }

    Turn lock(UUID id) {
        var turn = entities.find(Turn.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (turn == null) {
            throw new TurnLost(id);
        }
        return turn;
    }

    private Turn ours(Begun draw) {
        var turn = lock(draw.turn());
        if (!turn.isDrawnBy(instance.name(), draw.draw())) {
            throw new TurnLost(draw.turn());
        }
        return turn;
    }

    private void end(Attempted ended) {
        var sample = entities.find(Sample.class, ended.attempt().sample(), LockModeType.PESSIMISTIC_WRITE);
        if (sample != null && sample.state() == SampleState.STARTED) {
            sample.end(ended.state(), ended.reason(), ended.text(), ended.outcome());
        }
    }

    /** Locked, as a run that has just lost the turn may be putting its own attempts on record. */
    private List<Sample> unfinished(Turn turn) {
        return entities.createQuery("from Sample where turnId = :turn and state = :started", Sample.class)
                .setParameter("turn", turn.id())
                .setParameter("started", SampleState.STARTED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
