package dev.paddock.rewardmodel.training.heads;

/** The pairwise ranking loss of Llama 2: {@code -log sigmoid(chosen - rejected - margin)}. */
public final class RankingLoss {

    private RankingLoss() {}

    /** @param gap reward of the chosen answer less that of the rejected one */
    public static double of(double gap, double margin) {
        var x = margin - gap;
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** The derivative of the loss by the gap; between -1 and 0. */
    static double slope(double gap, double margin) {
        var x = margin - gap;
        return x >= 0 ? -1 / (1 + Math.exp(-x)) : -Math.exp(x) / (1 + Math.exp(x));
    }
}
