package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.samples.Samples;
import dev.paddock.samples.Score;
import dev.paddock.shared.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives samples the scores they lack, a few at a time. */
@Component
class Scoring {

    private static final Logger log = LoggerFactory.getLogger(Scoring.class);
    /** So few that they are not locked for long, and that other processes find some too. */
    static final int AT_ONCE = 16;

    private final ServingModels models;
    private final Backlog backlog;
    private final Samples samples;
    private final PredictedGaps gaps;
    private final Clock clock;
    private final FailedSamples failed;

    Scoring(ServingModels models, Backlog backlog, Samples samples, PredictedGaps gaps, Clock clock) {
        this.models = models;
        this.backlog = backlog;
        this.samples = samples;
        this.gaps = gaps;
        this.clock = clock;
        this.failed = new FailedSamples(clock);
    }

    /** The models that samples are to have scores of, the ones that serve first. Of all others it is forgotten what they could not take. */
    List<OpenModel> models() {
        var open = models.scoring();
        failed.keepOnly(open.stream().map(OpenModel::name).collect(Collectors.toSet()));
        return open;
    }

    /**
     * @param mark of the last one that was looked at, from where to go on; empty where there is none left
     * @param away whether the model is on a server that is away; then the samples after that mark wait for it
     */
    record Step(Optional<Mark> mark, boolean away) {

        private static final Step AT_NONE = new Step(Optional.empty(), false);
    }

    @Transactional
    Step scoreSome(OpenModel open, Mark after) {
        return open.use(model -> scoreSome(open.name(), model, after)).orElse(Step.AT_NONE);
    }

    private Step scoreSome(String name, RewardModel model, Mark after) {
        var waiting = backlog.take(name, after, failed.of(name), AT_ONCE);
        if (waiting.isEmpty()) {
            return Step.AT_NONE;
        }
        var done = new ArrayList<Unscored>();
        var away = false;
        // One by one where it does not batch: in the background one core is enough, and its server may go away on the
        // way.
        var together = model.batches() ? together(name, model, waiting) : List.<Score>of();
        for (var each : waiting) {
            try {
                var score = together.isEmpty()
                        ? score(name, model, each.sample(), each.conversation(), backlog::giveUp)
                        : Optional.of(together.get(done.size()));
                score.ifPresent(given -> samples.recordScore(each.sample(), given));
                done.add(each);
            } catch (ServerAway wait) {
                // Those that it scored before it went away have their scores.
                away = true;
                break;
            }
        }
        if (after.imported() && !done.isEmpty()) {
            gaps.tell(name, done.stream().map(Unscored::sample).toList());
        }
        return new Step(Optional.of(done.isEmpty() ? after : done.getLast().mark()), away);
    }

    private List<Score> together(String name, RewardModel model, List<Unscored> waiting) {
        return together(
                name,
                model,
                waiting.stream().map(Unscored::sample).toList(),
                waiting.stream().map(Unscored::conversation).toList());
    }

    /** Empty where one of them fails: which one it is only one by one tells. */
    List<Score> together(String name, RewardModel model, List<UUID> these, List<List<Message>> conversations) {
        try {
            var scores = model.scoreAll(conversations);
            return IntStream.range(0, scores.size())
                    .mapToObj(i -> scored(name, model, these.get(i), scores.get(i)))
                    .toList();
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException oneOfThem) {
            return List.of();
        }
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

    /** Told of a sample that a model gives no score, however often it is asked. */
    interface GivingUp {

        void of(String model, UUID sample, String reason);
    }

    /**
     * @return empty, and the reason in the log, where the model cannot take it
     * @throws ServerAway where the model is on a server that is away
     * @throws CancellationException where this thread is to end
     */
    Optional<Score> score(String name, RewardModel model, UUID sample, List<Message> conversation, GivingUp givingUp) {
        try {
            return Optional.of(scored(name, model, sample, model.score(conversation)));
        } catch (ServerAway away) {
            if (away.wasAsked()) {
                failed.wentAwayOver(name, sample);
            }
            throw away;
        } catch (CancellationException stopped) {
            // It says nothing of the text.
            throw stopped;
        } catch (RuntimeException e) {
            // One text that a model cannot take must not hold up all that come after it.
            tell(name, sample, e, givingUp);
            return Optional.empty();
        }
    }

    private Score scored(String name, RewardModel model, UUID sample, dev.paddock.rewardmodel.scoring.Score score) {
        failed.scored(name, sample);
        return new Score(
                name,
                model.card().kind().label(),
                score.provider().label(),
                score.precision().label(),
                score.value(),
                score.microsTokenising() + score.microsInference(),
                clock.instant());
    }

    /** What failed for another reason than the text is tried again at the next look, but spoken of once. */
    private void tell(String model, UUID sample, RuntimeException e, GivingUp givingUp) {
        if (e instanceof NotScorable) {
            givingUp.of(model, sample, Texts.storable(String.valueOf(e.getMessage())));
        }
        if (failed.tellOnce(model, sample)) {
            log.warn("Sample {} gets no score from {}: {}", sample, model, e.toString());
        }
    }
}
