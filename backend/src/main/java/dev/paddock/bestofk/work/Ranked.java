package dev.paddock.bestofk.work;

import dev.paddock.rewardmodel.scoring.CombinedReward;
import java.util.UUID;

/**
 * A sample with all scores that it is ranked by.
 *
 * @param score the one that counts, a logit: rewards of very good samples are all 1, to the last digit
 */
record Ranked(UUID sample, int place, int position, double temperature, double score) {

    /** 0 to 1. */
    double reward() {
        return CombinedReward.sigmoid(score);
    }
}
