package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.samples.Samples;
import dev.paddock.samples.Score;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final PredictedGaps gaps;
    private final Clock clock;
    private final Set<Failed> hopeless = ConcurrentHashMap.newKeySet();
    private final Set<Failed> told = ConcurrentHashMap.newKeySet();

    /** Asked for when a server went away, perhaps because of them: others come first for a while. */
    private final Map<Failed, Instant> putOff = new ConcurrentHashMap<>();

    private record Failed(String model, UUID sample) {}

    Scoring(ServingModels models, Backlog backlog, Samples samples, PredictedGaps gaps, Clock clock) {
        this.models = models;
        this.backlog = backlog;
        this.samples = samples;
        this.gaps = gaps;
        this.clock = clock;
    }

    /** The models that samples are to have scores of, the ones that serve first. */
    List<OpenModel> models() {
        return models.scoring();
    }

    /**
     * @return the place of the last one it looked at, from where to go on; empty where there is none left
     * @throws ServerAway where the model is on a server that is away; then the samples wait for it
     */
    @Transactional
    Optional<Place> scoreSome(OpenModel open, Place after) {
        return open.use(model -> scoreSome(open.name(), model, after)).flatMap(Function.identity());
    }

    private Optional<Place> scoreSome(String name, RewardModel model, Place after) {
        var waiting = backlog.take(name, after, hopelessFor(name), AT_ONCE);
        for (var each : waiting) {
            score(name, model, each.sample(), each.conversation())
                    .ifPresent(score -> samples.recordScore(each.sample(), score));
        }
        if (after.imported() && !waiting.isEmpty()) {
            gaps.tell(name, waiting.stream().map(Unscored::sample).toList());
        }
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.getLast().place());
    }

    /** Tells the queues of some pairs that were scored before their model served. @return whether there may be more */
    boolean tellSomeGaps() {
        var more = false;
        for (var kind : ModelKind.values()) {
            if (models.of(kind) instanceof Standing.Serving serving) {
                more |= gaps.tellSome(kind, serving.name());
            }
        }
        return more;
    }

    private Set<UUID> hopelessFor(String model) {
        putOff.values().removeIf(clock.instant()::isAfter);
        return Stream.concat(hopeless.stream(), putOff.keySet().stream())
                .filter(failed -> failed.model().equals(model))
                .map(Failed::sample)
                .collect(Collectors.toSet());
    }

    /**
     * @return empty, and the reason in the log, where the model cannot take it
     * @throws ServerAway where the model is on a server that is away
     */
    Optional<Score> score(String name, RewardModel model, UUID sample, List<Message> conversation) {
        try {
            var score = model.score(conversation);
            return Optional.of(new Score(
                    name,
                    model.card().kind().label(),
                    score.provider().label(),
                    score.precision().label(),
                    score.value(),
                    score.microsTokenising() + score.microsInference(),
                    clock.instant()));
        } catch (ServerAway away) {
            putOff.put(new Failed(name, sample), clock.instant().plus(Look.LATEST));
            throw away;
        } catch (RuntimeException e) {
            // One text that a model cannot take must not hold up all that come after it.
            tell(new Failed(name, sample), e);
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
