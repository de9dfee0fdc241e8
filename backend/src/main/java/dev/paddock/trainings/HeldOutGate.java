package dev.paddock.trainings;

import dev.paddock.reward.Candidates;
import dev.paddock.reward.FoundWorse;
import dev.paddock.reward.NotMeasured;
import dev.paddock.reward.PromotionCheck;
import dev.paddock.reward.RegisteredModel;
import dev.paddock.rewardmodel.training.Evaluation.Interval;
import dev.paddock.rewardmodel.training.HeadToHead;
import dev.paddock.rewardmodel.training.TrainingReport;
import dev.paddock.rewardmodel.training.TrainingReport.Figures;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A model serves only where it was not worse, on held-out comparisons, than the one whose place it takes: by the figures of its training,
 * or else by the scores that both have given.
 */
@Component
class HeldOutGate implements PromotionCheck {

    private static final String ALL_THE_SAME = "give a reason to promote it all the same.";

    private final TrainingRunTable runs;
    private final Candidates candidates;

    HeldOutGate(TrainingRunTable runs, Candidates candidates) {
        this.runs = runs;
        this.candidates = candidates;
    }

    @Override
    public void require(RegisteredModel candidate, String serving) {
        var run = runs.of(candidate.name()).orElse(null);
        var report = run == null ? null : run.report();
        if (run != null && report != null && report.figures() != null) {
            requireTrained(candidate, serving, run.against(), report, report.figures());
        } else if (!serving.isEmpty() && !serving.equals(candidate.name())) {
            requireScored(candidate, serving);
        }
    }

    private static void requireTrained(
            RegisteredModel candidate,
            String serving,
            @Nullable String against,
            TrainingReport report,
            Figures figures) {
        if (!serving.equals(against) && !serving.isEmpty() && !serving.equals(candidate.name())) {
            throw new FoundWorse(
                    "It was measured against " + against + ", which serves no longer. Train again, or " + ALL_THE_SAME);
        }
        if (!report.passes()) {
            throw new FoundWorse(lead(figures.accuracy(), figures.serving(), figures.lead(), figures.leadInterval())
                    + " Train on more comparisons, or " + ALL_THE_SAME);
        }
    }

    private void requireScored(RegisteredModel candidate, String serving) {
        var both = candidates
                .beside(candidate, serving)
                .orElseThrow(() -> new NotMeasured("Nothing says how often it is right: there is no held-out comparison"
                        + " that it has scored as well as the model that serves. Have it score beside the one that serves for"
                        + " a while, or " + ALL_THE_SAME));
        if (both.lead() < 0) {
            throw new FoundWorse(lead(both) + " Train it on more, or " + ALL_THE_SAME);
        }
    }

    private static String lead(HeadToHead both) {
        return lead(both.first().accuracy(), both.second().accuracy(), both.lead(), both.interval(1));
    }

    private static String lead(double candidate, double serving, double lead, Interval interval) {
        return String.format(
                Locale.ROOT,
                "On held-out comparisons it is right in %.1f %%, the model that serves in %.1f %%: %.1f points less (95 %% interval of"
                        + " the difference: %.1f to %.1f).",
                candidate,
                serving,
                -lead,
                interval.low(),
                interval.high());
    }
}
