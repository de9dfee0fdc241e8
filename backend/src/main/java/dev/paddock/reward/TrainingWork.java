package dev.paddock.reward;

import dev.paddock.datasets.JudgedPair;
import dev.paddock.datasets.JudgedPair.Answer;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.Bundle;
import dev.paddock.rewardmodel.scoring.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.LabelledPair;
import dev.paddock.rewardmodel.training.PreferencePair;
import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.rewardmodel.training.Retraining;
import dev.paddock.rewardmodel.training.SeedPairs;
import dev.paddock.rewardmodel.training.TrainingReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One training from beginning to end: reading what people said, learning from it, registering what came out. */
@Component
class TrainingWork {

    /** Beside the ranking loss, of which it should not be the smaller part: a threshold is of no use where the order is wrong. */
    private static final double SAFETY_WEIGHT = 0.5;

    private final JudgedPairs judged;
    private final ServingModels serving;
    private final Stable stable;
    private final Intake intake;
    private final HeldOutScores heldOut;
    private final RewardSettings settings;

    TrainingWork(
            JudgedPairs judged,
            ServingModels serving,
            Stable stable,
            Intake intake,
            HeldOutScores heldOut,
            RewardSettings settings) {
        this.judged = judged;
        this.serving = serving;
        this.stable = stable;
        this.intake = intake;
        this.heldOut = heldOut;
        this.settings = settings;
    }

    /** What came out, before it is registered. @param against the model that it was measured against */
    record Outcome(RegisteredModel model, String against, TrainingReport report) {}

    /**
     * @param together saves the run's outcome, with the registration of the candidate or not at all; it may throw a
     *     {@link java.util.concurrent.CancellationException}
     */
    Outcome run(TrainingRun run, Progress progress, Consumer<Outcome> together) throws IOException {
        var pairs = pairs(run, progress);
        var against = serving.use(run.kind(), (name, _) -> name);
        var training = new Retraining(
                DefaultBundles.head(run.kind()),
                Bundle.id(stable.brought(run.kind())),
                pairs,
                seed(run.kind(), pairs),
                run.kind() == ModelKind.SAFETY ? SAFETY_WEIGHT : 0,
                Long.toString(run.number()),
                "this Paddock, up to number " + run.last());
        var draft = stable.draft();
        try {
            var result = training.run(
                    conversation -> score(run.kind(), against, conversation), stable.vectors(), draft, progress);
            var outcome = new Outcome(intake.describe(result.bundle()), against, result.report());
            heldOut.score(outcome.model().name(), result.bundle(), run, progress);
            intake.keep(run.startedBy(), result.bundle(), outcome.model(), () -> together.accept(outcome));
            return outcome;
        } finally {
            Durable.delete(draft);
        }
    }

    /** By one and the same model from beginning to end, or the figures would be nobody's. */
    private double score(ModelKind kind, String against, List<Message> conversation) {
        return serving.use(kind, (name, model) -> {
            if (!name.equals(against)) {
                throw new IllegalArgumentException(
                        "Another model went into service while it was measured against " + against + ". Train again.");
            }
            return model.score(conversation).value();
        });
    }

    /** Looked at only where there are few own ones: a folder that is not there any more harms nobody else. */
    private List<PreferencePair> seed(ModelKind kind, List<LabelledPair> own) throws IOException {
        return settings.seed().isEmpty() || Retraining.learnable(own) >= Retraining.ENOUGH
                ? List.of()
                : SeedPairs.read(Path.of(settings.seed()), kind);
    }

    private List<LabelledPair> pairs(TrainingRun run, Progress progress) {
        var pairs = new ArrayList<LabelledPair>();
        for (var campaign : run.campaigns()) {
            judged.read(campaign, run.last(), pair -> {
                progress.at("gathering comparisons", pairs.size(), 0);
                pairs.add(labelled(run, campaign, pair));
            });
        }
        return pairs;
    }

    private static LabelledPair labelled(TrainingRun run, UUID campaign, JudgedPair pair) {
        return new LabelledPair(
                new PreferencePair(
                        pair.dialogue(),
                        pair.chosen().text(),
                        pair.rejected().text(),
                        run.margin().forDegree(pair.degree()),
                        campaign.toString()),
                pair.degree(),
                isSafe(pair.safety(), true, pair.chosen()),
                isSafe(pair.safety(), false, pair.rejected()));
    }

    /** By the label of the pair, or else by the rating of the answer, of which 1 and 2 are violations. */
    private static @Nullable Boolean isSafe(@Nullable String label, boolean chosen, Answer answer) {
        return switch (label) {
            case "chosen-safe" -> chosen;
            case "both-safe" -> true;
            case "both-unsafe" -> false;
            case null, default -> answer.safety() == null ? null : answer.safety() >= 3;
        };
    }
}
