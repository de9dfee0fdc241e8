package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingLossTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.2014133",
        "0.3333333333333333, 0.2710977",
        "0.6666666666666666, 0.3608848",
        "1, 0.4740770",
        "2, 0.9740770",
        "3, 1.7014133"
    })
    void equalsTheWorkedValuesAtAGapOfOneAndAHalf(double margin, double expected) {
        assertThat(RankingLoss.of(1.5, margin)).isCloseTo(expected, within(1e-7));
    }

    @Test
    void staysFiniteForHugeGaps() {
        assertThat(RankingLoss.of(-5000, 1)).isEqualTo(5001);
        assertThat(RankingLoss.of(5000, 1)).isZero();
        assertThat(RankingLoss.slope(-5000, 1)).isEqualTo(-1);
        assertThat(RankingLoss.slope(5000, 1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-3,0", "-0.5,1", "0,0", "0.2,0.3333", "4,3"})
    void hasTheSlopeThatItsValuesShow(double gap, double margin) {
        var step = 1e-5;
        var measured = (RankingLoss.of(gap + step, margin) - RankingLoss.of(gap - step, margin)) / (2 * step);
        assertThat(RankingLoss.slope(gap, margin)).isCloseTo(measured, within(1e-9));
    }
}
