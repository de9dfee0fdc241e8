package dev.paddock.trainings;

import dev.paddock.reward.Candidates;
import dev.paddock.reward.FirstScores;
import dev.paddock.reward.RegisteredModel;
import dev.paddock.reward.Rewards;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.retraining.Origin;
import dev.paddock.rewardmodel.retraining.Retraining;
import dev.paddock.rewardmodel.retraining.TrainingReport;
import dev.paddock.rewardmodel.scoring.ModelCard.Measured;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Standstills;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** One training from beginning to end: reading what people said, learning from it, registering what came out. */
@Component
class TrainingWork {

    private final Selections selections;
    private final Rewards rewards;
    private final Candidates candidates;
    private final TrainingSettings settings;
    private final Standstills standstills;

    TrainingWork(
            Selections selections,
            Rewards rewards,
            Candidates candidates,
            TrainingSettings settings,
            Standstills standstills) {
        this.selections = selections;
        this.rewards = rewards;
        this.candidates = candidates;
        this.settings = settings;
        this.standstills = standstills;
    }

    /** What came out, before it is registered. @param against the model that it was measured against */
    record Outcome(RegisteredModel model, String against, TrainingReport report) {}

    /**
     * @param together saves the training's outcome, with the registration of the candidate or not at all; it may throw a
     *     {@link java.util.concurrent.CancellationException}
     */
    Outcome run(Training training, Progress progress, Consumer<Outcome> together) throws IOException {
        selections.requireEnough(training);
        var serving = ServingScores.awaited(training.kind(), rewards, progress, standstills.begin());
        var selection = selections.of(training, progress);
        var retraining = new Retraining(
                DefaultBundles.head(training.kind()),
                candidates.brought(training.kind()),
                selection.own(),
                selection.judges(),
                seed(training.kind(), selection.own()),
                Retraining.usualSafetyWeight(training.kind()),
                origin(training, serving.modelName()));
        return candidates.drafted(draft -> {
            var result = retraining.run(serving::scores, candidates.vectors(), draft, progress);
            serving.tellLeftOut(training.number(), result.report().leftOut());
            var outcome = new Outcome(candidates.describe(result.bundle()), serving.modelName(), result.report());
            var first = firstScores(outcome.model().name(), result.bundle(), selection.heldOutAnswers(), progress);
            serving.requireItself();
            candidates.keep(
                    training.startedBy(), result.bundle(), outcome.model(), first, () -> together.accept(outcome));
            return outcome;
        });
    }

    private Origin origin(Training training, String against) {
        return new Origin(
                Long.toString(training.number()),
                "this Paddock, up to number " + training.last(),
                training.campaigns().stream().map(UUID::toString).toList(),
                training.margin().word(),
                training.createdAt(),
                new Measured(against, candidates.id(against).orElse(null)));
    }

    private FirstScores firstScores(String name, Path bundle, Map<UUID, List<Message>> conversations, Progress progress)
            throws IOException {
        return candidates.firstScores(
                name,
                bundle,
                conversations,
                done -> progress.at("scoring held-out answers", done, conversations.size()));
    }

    /** Looked at only where there are few own ones: a folder that is not there any more harms nobody else. */
    private SeedPairs seed(ModelKind kind, List<LabelledPair> own) {
        if (settings.seed().isEmpty() || Retraining.learnable(own).size() >= Retraining.ENOUGH) {
            return SeedPairs.NONE;
        }
        try {
            settings.requireSeed();
            return SeedPairs.read(Path.of(settings.seed()), kind);
        } catch (IllegalArgumentException | IOException | UncheckedIOException wrong) {
            throw new SeedAtFault(wrong);
        }
    }
}
