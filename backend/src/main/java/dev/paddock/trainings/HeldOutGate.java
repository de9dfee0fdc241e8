package dev.paddock.trainings;

import dev.paddock.reward.FoundWorse;
import dev.paddock.reward.PromotionCheck;
import dev.paddock.reward.RegisteredModel;
import dev.paddock.rewardmodel.training.TrainingReport.Figures;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A model that was trained here serves only where it was not worse, on held-out comparisons, than the one whose place it takes. */
@Component
class HeldOutGate implements PromotionCheck {

    private final TrainingRunTable runs;

    HeldOutGate(TrainingRunTable runs) {
        this.runs = runs;
    }

    @Override
    public void require(RegisteredModel candidate, String serving) {
        runs.of(candidate.name()).ifPresent(run -> require(candidate, serving, run));
    }

    private static void require(RegisteredModel candidate, String serving, TrainingRun run) {
        var report = run.report();
        if (report == null || report.figures() == null) {
            return;
        }
        if (!serving.equals(run.against()) && !serving.isEmpty() && !serving.equals(candidate.name())) {
            throw new FoundWorse("It was measured against " + run.against()
                    + ", which serves no longer. Train again, or give a reason to promote it all the same.");
        }
        if (!report.passes()) {
            throw new FoundWorse(lead(report.figures())
                    + " Train on more comparisons, or give a reason to promote it all the same.");
        }
    }

    private static String lead(Figures figures) {
        return String.format(
                Locale.ROOT,
                "On held-out comparisons it is right in %.1f %%, the model that serves in %.1f %%: %.1f points less (95 %% interval of"
                        + " the difference: %.1f to %.1f).",
                figures.accuracy(),
                figures.serving(),
                -figures.lead(),
                figures.leadInterval().low(),
                figures.leadInterval().high());
    }
}
