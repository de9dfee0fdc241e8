package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.Samples;
import dev.paddock.samples.Score;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives samples the scores they lack, a few at a time. */
@Component
class Scoring {

    private static final Logger log = LoggerFactory.getLogger(Scoring.class);
    /** So few that they are not locked for long, and that other processes find some too. */
    private static final int AT_ONCE = 16;

    private final ServingModels models;
    private final Backlog backlog;
    private final Samples samples;
    private final Clock clock;
    private final Set<UUID> hopeless = ConcurrentHashMap.newKeySet();

    Scoring(ServingModels models, Backlog backlog, Samples samples, Clock clock) {
        this.models = models;
        this.backlog = backlog;
        this.samples = samples;
        this.clock = clock;
    }

    /** @return whether there were any, so that it is worth asking again at once */
    @Transactional
    boolean scoreSome(ModelKind kind, Instant since) {
        if (!(models.of(kind) instanceof Standing.Serving serving)) {
            return false;
        }
        var waiting = backlog.take(serving.name(), since, hopeless, AT_ONCE);
        for (var each : waiting) {
            score(serving, each).ifPresent(score -> samples.recordScore(each.sample(), score));
        }
        return !waiting.isEmpty();
    }

    private Optional<Score> score(Standing.Serving serving, Unscored unscored) {
        try {
            var score = serving.model().score(unscored.conversation());
            return Optional.of(new Score(
                    serving.name(),
                    serving.model().card().kind().label(),
                    score.provider().label(),
                    score.precision().label(),
                    score.value(),
                    score.microsTokenising() + score.microsInference(),
                    clock.instant()));
        } catch (RuntimeException e) {
            // One text that a model cannot take must not hold up all that come after it.
            log.warn("Sample {} gets no score from {}: {}", unscored.sample(), serving.name(), e.getMessage());
            hopeless.add(unscored.sample());
            return Optional.empty();
        }
    }
}
