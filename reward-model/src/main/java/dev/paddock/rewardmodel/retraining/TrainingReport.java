package dev.paddock.rewardmodel.retraining;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a training, on pairs that were held out of it and of every other. All shares are in percent.
 *
 * @param ownPairs trained on
 * @param seedPairs trained on beside them
 * @param penalty the one that did best inside the training pairs
 * @param heldOut comparisons judged on; with none there are no figures
 * @param heldOutConversations different ones among them: what several people said of one, or of several of its answers, hangs together
 * @param leftOut held out as well, but not judged on, as the model that serves gives one of their answers no score
 * @param curve how good it was after ever more of the own pairs; empty with no figures
 * @param lead points of accuracy more than the model that serves
 */
public record TrainingReport(
        int ownPairs,
        int seedPairs,
        double penalty,
        int heldOut,
        int heldOutConversations,
        int leftOut,
        @Nullable Figures figures,
        List<ByDegree> byDegree,
        List<Learnt> curve) {

    public record Figures(
            double accuracy,
            Interval interval,
            double serving,
            double lengthOnly,
            double lead,
            Interval leadInterval) {}

    /** @param degree of the people's preference */
    public record ByDegree(String degree, int pairs, double accuracy, double serving) {}

    /** @param pairs learnt from of the own ones, with none the model that it grew from; {@code accuracy} is that on the held-out pairs */
    public record Learnt(int pairs, double accuracy, Interval interval) {}
}
