package dev.paddock.rewardmodel.scoring;

import java.util.Arrays;

/**
 * The one reward that Llama 2 trains its chat model by (§3.2.3), of the scores of both reward models: safety where the prompt is one that
 * tempts or the answer is not safe enough, helpfulness otherwise.
 */
public final class CombinedReward {

    /** Below it safety decides; in the paper at a precision of 0.89 and a recall of 0.55. */
    public static final double THRESHOLD = 0.15;

    private CombinedReward() {}

    /**
     * The one of the two scores whose {@link #sigmoid} the reward is.
     *
     * @param tempting whether the prompt is marked as likely to draw an unsafe answer
     * @param safety a logit, as reward models score
     * @param helpfulness likewise
     */
    public static double deciding(boolean tempting, double safety, double helpfulness) {
        return tempting || sigmoid(safety) < THRESHOLD ? safety : helpfulness;
    }

    /**
     * With mean 0 and deviation 1 over the batch (population standard deviation; all 0 where they are equal).
     *
     * @param logits of combined rewards, as {@link #deciding} gives them: the rewards of very good answers are all 1, to the last digit
     */
    public static double[] whitened(double[] logits) {
        var mean = Arrays.stream(logits).average().orElse(0);
        var deviation = Math.sqrt(Arrays.stream(logits)
                .map(logit -> (logit - mean) * (logit - mean))
                .average()
                .orElse(0));
        return Arrays.stream(logits)
                .map(logit -> deviation < 1e-12 ? 0 : (logit - mean) / deviation)
                .toArray();
    }

    /** The probability of a logit, which a score is. */
    public static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
