package dev.paddock.samples;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the models said, and how the reward models score it. For leads and for the application's own threads; never for annotators. */
@Service
@Transactional(readOnly = true)
public class Samples {

    private final EntityManager entities;
    private final ScoreRecords scores;

    Samples(EntityManager entities, ScoreRecords scores) {
        this.entities = entities;
        this.scores = scores;
    }

    /** Every attempt of a turn, also those that were not kept. */
    public List<Sample> attempts(UUID turn) {
        return entities.createQuery("from Sample where turnId = :turn order by slot, attempt", Sample.class)
                .setParameter("turn", turn)
                .getResultList();
    }

    /** Once for each sample, reward model, provider and precision; the first one stays. */
    @Transactional
    public void recordScore(UUID sample, Score score) {
        scores.record(sample, score);
    }

    /** By sample; those without a score have no entry. */
    public Map<UUID, List<Score>> scores(Collection<UUID> samples) {
        return scores.of(samples);
    }
}
