package dev.paddock.reward;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.Locale;

/**
 * A reward model beside the one that serves, on held-out comparisons that both have scored. Shares are in percent.
 *
 * @param serving the name of the one that serves
 * @param comparisons what people said, each of one pair of answers
 * @param conversations different ones among them, by their roots
 * @param accuracy of the model
 * @param servingAccuracy of the one that serves
 * @param lead points of accuracy more than the one that serves
 * @param low lower end of the lead's 95 % interval, conversations drawn anew; of few it is wider
 * @param high its upper end
 */
public record HeadToHeadFigures(
        String serving,
        int comparisons,
        int conversations,
        double accuracy,
        double servingAccuracy,
        double lead,
        double low,
        double high) {

    /**
     * The interval of two models that disagree on a third of so many conversations is 11 points to either side: fewer tell no good model
     * from a bad one. One that many people judged, or many of whose answers, tells little more.
     */
    public static final int FEWEST = 100;

    public HeadToHeadFigures(
            String serving,
            int comparisons,
            int conversations,
            double accuracy,
            double servingAccuracy,
            double lead,
            Interval interval) {
        this(serving, comparisons, conversations, accuracy, servingAccuracy, lead, interval.low(), interval.high());
    }

    /** Whether a promotion may go by it. */
    public boolean saysEnough() {
        return conversations >= FEWEST;
    }

    public String inWords() {
        return String.format(
                Locale.ROOT,
                "On %d held-out comparisons of %d conversations it is right in %.1f %%, the model that serves in %.1f %%: %.1f points %s (95 %% interval of"
                        + " the difference: %.1f to %.1f).",
                comparisons,
                conversations,
                accuracy,
                servingAccuracy,
                Math.abs(lead),
                lead < 0 ? "less" : "more",
                low,
                high);
    }
}
