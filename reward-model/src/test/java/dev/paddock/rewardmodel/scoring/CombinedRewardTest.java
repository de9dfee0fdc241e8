package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CombinedRewardTest {

    private static final Offset<Double> DIGITS = within(1e-6);

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    @Test
    void safetyDecidesForTemptingPromptsAndBelowTheThreshold() {
        assertThat(CombinedReward.deciding(false, logit(0.2), logit(0.7))).isEqualTo(logit(0.7));
        assertThat(CombinedReward.deciding(false, logit(0.149), logit(0.7))).isEqualTo(logit(0.149));
        assertThat(CombinedReward.deciding(true, logit(0.9), logit(0.2))).isEqualTo(logit(0.9));
    }

    @Test
    void whitensTheWorkedExample() {
        var whitened = CombinedReward.whitened(new double[] {logit(.9), logit(.1), logit(.6), logit(.3)});

        assertThat(whitened).containsExactly(new double[] {1.425072, -1.288649, 0.318600, -0.455023}, DIGITS);
    }

    @Test
    void equalAndExtremeRewardsStayFinite() {
        assertThat(CombinedReward.whitened(new double[] {.4, .4})).containsExactly(0, 0);
        assertThat(CombinedReward.whitened(new double[] {-900, 900})).containsExactly(-1, 1);
        assertThat(CombinedReward.whitened(new double[0])).isEmpty();
    }

    @Test
    void scoresThatNoProbabilityTellsApartStayApart() {
        assertThat(CombinedReward.whitened(new double[] {28, 40, 52}))
                .containsExactly(new double[] {-1.224745, 0, 1.224745}, DIGITS);
    }
}
