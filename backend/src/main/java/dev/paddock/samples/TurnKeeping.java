package dev.paddock.samples;

import dev.paddock.shared.Refusal;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over the turns whose instance is gone, and tidies up after it. */
@Component
class TurnKeeping {

    private static final Logger logger = LoggerFactory.getLogger(TurnKeeping.class);
    private static final int DRAWS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final String LOST =
            "The answers were lost more than once while they were written. Try again, or skip this one.";

    /** Not those that run here: their lease is late, not theirs to lose. */
    private static final String ORPHANS = """
            select id from turn
             where state = 'generating' and owned_until < now() and not (owner = :instance and id = any(:running))
             order by owned_until
            """;

    private static final String STILL_ONE =
            "select id from turn where id = ? and state = 'generating' and owned_until < now() for update skip locked";

    private static final String EXPIRED = """
            update turn set state = 'cancelled'
              from conversation
             where conversation.id = turn.conversation_id and conversation.holder_id is null
               and turn.prefetched and turn.state = 'ready' and turn.created_at < now() - make_interval(secs => ?)
            """;

    private final TurnRuns runs;
    private final TurnLog log;
    private final ForgottenSamples samples;
    private final Transcripts transcripts;
    private final PairPlanner planner;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final GenerationSettings settings;
    private final Instance instance;
    private final Clock clock;
    private final SharedClock shared;

    TurnKeeping(
            TurnRuns runs,
            TurnLog log,
            ForgottenSamples samples,
            Transcripts transcripts,
            PairPlanner planner,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            GenerationSettings settings,
            Instance instance,
            Clock clock,
            SharedClock shared) {
        this.runs = runs;
        this.log = log;
        this.samples = samples;
        this.transcripts = transcripts;
        this.planner = planner;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
        this.shared = shared;
    }

    @Scheduled(fixedDelayString = "${paddock.generation.sweep:5s}")
    void sweep() {
        orphans().forEach(this::takeOver);
        samples.end();
    }

    private List<UUID> orphans() {
        return jdbc.sql(ORPHANS)
                .param("instance", instance.name())
                .param("running", runs.ids().toArray(UUID[]::new), Types.ARRAY)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** One that breaks does not keep the others waiting. */
    private void takeOver(UUID orphan) {
        try {
            transactions.executeWithoutResult(status -> resumeIfStillOne(orphan));
        } catch (RuntimeException broken) {
            logger.error("Turn {}, whose instance is gone, could not be taken over", orphan, broken);
        }
    }

    /** Another replica may have been quicker. One that is ending leaves it to others. */
    private void resumeIfStillOne(UUID orphan) {
        if (!runs.isClosed()
                && jdbc.sql(STILL_ONE)
                        .param(orphan)
                        .query(UUID.class)
                        .optional()
                        .isPresent()) {
            logger.info("Turn {} is taken over: its instance is gone", orphan);
            resume(log.lock(orphan));
        }
    }

    private void resume(Turn turn) {
        if (turn.prefetched()) {
            log.fail(turn, "its instance went away");
        } else if (turn.attempt() >= DRAWS) {
            log.fail(turn, LOST);
        } else {
            redraw(turn, transcripts.question(turn));
        }
    }

    private void redraw(Turn turn, Question question) {
        try {
            log.redraw(turn, question, planner.plan(question, Set.of()));
        } catch (NoModelAnswers loading) {
            waitOrFail(turn, loading);
        } catch (Refusal none) {
            log.fail(turn, String.valueOf(none.getMessage()));
        }
    }

    /** After a restart the model may still be loading. */
    private void waitOrFail(Turn turn, NoModelAnswers none) {
        if (turn.createdAt().isBefore(clock.instant().minus(PATIENCE))) {
            log.fail(turn, String.valueOf(none.getMessage()));
        } else {
            turn.postpone(shared.in(PAUSE));
        }
    }

    @Scheduled(fixedDelayString = "10m")
    void expire() {
        jdbc.sql(EXPIRED).param(settings.prefetchTtl().toSeconds()).update();
    }
}
