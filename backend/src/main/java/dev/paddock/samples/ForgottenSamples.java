package dev.paddock.samples;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Samples that nobody ends any more: their process died after their turn had been cancelled or drawn anew. */
@Component
class ForgottenSamples {

    private static final int BATCH = 100;

    /** Far beyond the longest run, which may still be putting its attempts on record. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final EntityManager entities;
    private final GenerationSettings settings;
    private final Clock clock;

    ForgottenSamples(EntityManager entities, GenerationSettings settings, Clock clock) {
        this.entities = entities;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void end() {
        forgotten().forEach(sample -> sample.end(SampleState.CANCELLED, "its instance went away", "", Outcome.PENDING));
    }

    private List<Sample> forgotten() {
        var longest = settings.queueing().plus(settings.total().multipliedBy(2)).plus(MARGIN);
        return entities.createQuery("""
                        from Sample sample
                         where sample.state = :started and sample.provenance.requestedAt < :before
                           and exists (from Turn turn where turn.id = sample.turnId and turn.state <> :generating)
                         order by sample.provenance.requestedAt
                        """, Sample.class)
                .setParameter("started", SampleState.STARTED)
                .setParameter("generating", TurnState.GENERATING)
                .setParameter("before", clock.instant().minus(longest))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(BATCH)
                .getResultList();
    }
}
