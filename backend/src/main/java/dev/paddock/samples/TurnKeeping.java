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

/** Keeps this instance's turns its own, and takes over those whose instance is gone. */
@Component
class TurnKeeping {

    private static final Logger logger = LoggerFactory.getLogger(TurnKeeping.class);
    private static final int DRAWS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LOST =
            "The answers were lost more than once while they were written. Try again, or skip this one.";

    private static final String RENEW = """
            update turn set owned_until = now() + make_interval(secs => :lease)
             where id = any(:turns) and owner = :instance and state = 'generating'
            returning id
            """;

    private static final String ORPHANS = """
            select id from turn where state = 'generating' and owned_until < now()
             order by owned_until limit 1 for update skip locked
            """;

    private static final String EXPIRED = """
            update turn set state = 'cancelled'
              from conversation
             where conversation.id = turn.conversation_id and conversation.holder_id is null
               and turn.prefetched and turn.state = 'ready' and turn.created_at < now() - make_interval(secs => ?)
            """;

    private final TurnRuns runs;
    private final TurnLog log;
    private final Transcripts transcripts;
    private final PairPlanner planner;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final GenerationSettings settings;
    private final Instance instance;
    private final Clock clock;

    TurnKeeping(
            TurnRuns runs,
            TurnLog log,
            Transcripts transcripts,
            PairPlanner planner,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            GenerationSettings settings,
            Instance instance,
            Clock clock) {
        this.runs = runs;
        this.log = log;
        this.transcripts = transcripts;
        this.planner = planner;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
    }

    /** Also how a cancel on another replica reaches this one. */
    @Scheduled(fixedDelayString = "${paddock.generation.renewal:2s}")
    void renew() {
        var mine = runs.ids();
        if (!mine.isEmpty()) {
            var kept = Set.copyOf(renewed(List.copyOf(mine)));
            mine.stream().filter(turn -> !kept.contains(turn)).forEach(runs::stop);
        }
    }

    private List<UUID> renewed(List<UUID> mine) {
        return jdbc.sql(RENEW)
                .param("lease", settings.lease().toSeconds())
                .param("turns", mine.toArray(UUID[]::new), Types.ARRAY)
                .param("instance", instance.name())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    @Scheduled(fixedDelayString = "${paddock.generation.sweep:5s}")
    void sweep() {
        while (Boolean.TRUE.equals(transactions.execute(status -> takeOver()))) {
            logger.info("Took over a turn whose instance is gone");
        }
    }

    /** Whether there was one to take over. */
    private boolean takeOver() {
        var orphan = jdbc.sql(ORPHANS).query(UUID.class).optional();
        orphan.ifPresent(id -> resume(log.lock(id)));
        return orphan.isPresent();
    }

    private void resume(Turn turn) {
        var question = transcripts.question(turn);
        if (turn.prefetched()) {
            log.fail(turn, question.campaignId(), "its instance went away");
        } else if (turn.attempt() >= DRAWS) {
            log.fail(turn, question.campaignId(), LOST);
        } else {
            redraw(turn, question);
        }
    }

    private void redraw(Turn turn, Question question) {
        try {
            log.redraw(turn, question, planner.plan(question, Set.of()));
        } catch (NoModelAnswers loading) {
            waitOrFail(turn, question, loading);
        } catch (Refusal none) {
            log.fail(turn, question.campaignId(), String.valueOf(none.getMessage()));
        }
    }

    /** After a restart the model may still be loading. */
    private void waitOrFail(Turn turn, Question question, NoModelAnswers none) {
        var now = clock.instant();
        if (turn.createdAt().isBefore(now.minus(PATIENCE))) {
            log.fail(turn, question.campaignId(), String.valueOf(none.getMessage()));
        } else {
            turn.postpone(now.plusSeconds(3));
        }
    }

    @Scheduled(fixedDelayString = "10m")
    void expire() {
        jdbc.sql(EXPIRED).param(settings.prefetchTtl().toSeconds()).update();
    }
}
