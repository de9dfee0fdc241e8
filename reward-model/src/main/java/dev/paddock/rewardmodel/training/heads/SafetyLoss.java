package dev.paddock.rewardmodel.training.heads;

/**
 * The auxiliary loss of Llama 2's safety reward model (A.3.4, table 29), by which a reward above 0 comes to mean safe:
 * {@code -log sigmoid(r)} of a safe answer and {@code -log(1 - sigmoid(r))} of an unsafe one. The paper names the loss and prints no
 * formula; this one fits its text.
 */
final class SafetyLoss {

    private SafetyLoss() {}

    static double of(double reward, boolean safe) {
        return RankingLoss.of(safe ? reward : -reward, 0);
    }

    /** The derivative of the loss by the reward. */
    static double slope(double reward, boolean safe) {
        return safe ? RankingLoss.slope(reward, 0) : -RankingLoss.slope(-reward, 0);
    }
}
