package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyLossTest {

    @Test
    void isTheCrossEntropyOfTheLabel() {
        assertThat(SafetyLoss.of(0, true)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(SafetyLoss.of(1.5, true)).isCloseTo(0.2014133, within(1e-7));
        assertThat(SafetyLoss.of(1.5, false)).isCloseTo(1.7014133, within(1e-7));
        assertThat(SafetyLoss.of(-800, true)).isEqualTo(800);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -0.1, 0, 2.5})
    void itsSlopeIsItsDerivative(double reward) {
        for (var safe : new boolean[] {true, false}) {
            var rise = (SafetyLoss.of(reward + 1e-6, safe) - SafetyLoss.of(reward - 1e-6, safe)) / 2e-6;
            assertThat(SafetyLoss.slope(reward, safe)).isCloseTo(rise, within(1e-6));
        }
    }
}
