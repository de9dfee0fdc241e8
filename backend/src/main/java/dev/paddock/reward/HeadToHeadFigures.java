package dev.paddock.reward;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.Locale;

/**
 * A reward model beside the one that serves, on held-out comparisons that both have scored. Shares are in percent.
 *
 * @param serving the name of the one that serves
 * @param comparisons what people said, each of one pair; several people may have judged one
 * @param pairs different pairs of answers among them
 * @param accuracy of the model
 * @param servingAccuracy of the one that serves
 * @param lead points of accuracy more than the one that serves
 * @param low lower end of the lead's 95 % interval, conversations drawn anew
 * @param high its upper end
 */
public record HeadToHeadFigures(
        String serving,
        int comparisons,
        int pairs,
        double accuracy,
        double servingAccuracy,
        double lead,
        double low,
        double high) {

    /**
     * The interval of two models that disagree on a third of so many pairs is 11 points to either side: fewer tell no good model from a bad
     * one. One pair judged by many people tells no more, as a model gives it one gap.
     */
    public static final int FEWEST = 100;

    public HeadToHeadFigures(
            String serving,
            int comparisons,
            int pairs,
            double accuracy,
            double servingAccuracy,
            double lead,
            Interval interval) {
        this(serving, comparisons, pairs, accuracy, servingAccuracy, lead, interval.low(), interval.high());
    }

    /** Whether a promotion may go by it. */
    public boolean saysEnough() {
        return pairs >= FEWEST;
    }

    public String inWords() {
        return String.format(
                Locale.ROOT,
                "On %d held-out comparisons of %d pairs it is right in %.1f %%, the model that serves in %.1f %%: %.1f points %s (95 %% interval of"
                        + " the difference: %.1f to %.1f).",
                comparisons,
                pairs,
                accuracy,
                servingAccuracy,
                Math.abs(lead),
                lead < 0 ? "less" : "more",
                low,
                high);
    }
}
