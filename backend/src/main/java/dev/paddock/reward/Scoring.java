package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.samples.Samples;
import dev.paddock.samples.Score;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
    private final Set<Failed> hopeless = ConcurrentHashMap.newKeySet();
    private final Set<Failed> told = ConcurrentHashMap.newKeySet();

    private record Failed(String model, UUID sample) {}

    Scoring(ServingModels models, Backlog backlog, Samples samples, Clock clock) {
        this.models = models;
        this.backlog = backlog;
        this.samples = samples;
        this.clock = clock;
    }

    /** Whether a model of that kind is open here. */
    boolean canScore(ModelKind kind) {
        return models.of(kind) instanceof Standing.Serving;
    }

    /** @return the place of the last one it looked at, from where to go on; empty where there is none left */
    @Transactional
    Optional<Place> scoreSome(ModelKind kind, Place after) {
        if (!(models.of(kind) instanceof Standing.Serving serving)) {
            return Optional.empty();
        }
        var waiting = backlog.take(serving.name(), after, hopelessFor(serving.name()), AT_ONCE);
        for (var each : waiting) {
            score(serving, each).ifPresent(score -> samples.recordScore(each.sample(), score));
        }
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.getLast().place());
    }

    private Set<UUID> hopelessFor(String model) {
        return hopeless.stream()
                .filter(failed -> failed.model().equals(model))
                .map(Failed::sample)
                .collect(Collectors.toSet());
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
            tell(new Failed(serving.name(), unscored.sample()), e);
            return Optional.empty();
        }
    }

    /** What failed for another reason than the text is tried again at the next look, but spoken of once. */
    private void tell(Failed failed, RuntimeException e) {
        if (e instanceof NotScorable) {
            hopeless.add(failed);
        }
        if (told.add(failed)) {
            log.warn("Sample {} gets no score from {}: {}", failed.sample(), failed.model(), e.toString());
        }
    }
}
