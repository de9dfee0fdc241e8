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

    /** @param against the model that served meanwhile */
    record Outcome(RegisteredModel model, String against, TrainingReport report) {}

    Outcome run(TrainingRun run, Progress progress) throws IOException {
        var pairs = pairs(run, progress);
        var start = DefaultBundles.head(run.kind());
        var startId = Bundle.id(stable.brought(run.kind()));
        var training = new Retraining(
                start,
                startId,
                pairs,
                seed(run.kind()),
                run.kind() == ModelKind.SAFETY ? SAFETY_WEIGHT : 0,
                Long.toString(run.number()),
                "comparisons up to number " + run.last());
        var against = serving.use(run.kind(), (name, _) -> name);
        var draft = stable.draft();
        try {
            var result =
                    training.run(conversation -> score(run.kind(), conversation), stable.vectors(), draft, progress);
            var model = intake.keep(run.startedBy(), result.bundle());
            heldOut.score(model, run, progress);
            return new Outcome(model, against, result.report());
        } finally {
            Durable.delete(draft);
        }
    }

    private double score(ModelKind kind, List<Message> conversation) {
        return serving.use(kind, (_, model) -> model.score(conversation).value());
    }

    private List<PreferencePair> seed(ModelKind kind) throws IOException {
        return settings.seed().isEmpty() ? List.of() : SeedPairs.read(Path.of(settings.seed()), kind);
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
