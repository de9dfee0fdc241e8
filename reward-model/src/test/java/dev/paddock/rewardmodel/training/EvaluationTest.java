package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private final Evaluation evaluation = new Evaluation(
            new double[] {4, 3, -0.5, 0, 1, 2, -0.1, 0.2}, List.of("a", "a", "b", "b", "c", "c", "d", "d"));

    @Test
    void countsAnEqualScoreAsHalfRight() {
        assertThat(evaluation.accuracy()).isCloseTo(100 * 5.5 / 8, within(1e-9));
        assertThat(evaluation.standardError()).isCloseTo(100 * Math.sqrt(0.6875 * 0.3125 / 8), within(1e-9));
    }

    @Test
    void splitsByTheWidthOfTheGap() {
        assertThat(evaluation.accuracyByGapQuarter()).containsExactly(100.0, 100.0, 50.0, 25.0);
    }

    @Test
    void drawsConversationsAnewForTheInterval() {
        var interval = evaluation.interval(1);
        assertThat(interval.low()).isLessThan(evaluation.accuracy());
        assertThat(interval.high()).isGreaterThan(evaluation.accuracy());
        assertThat(interval).isEqualTo(evaluation.interval(1));
    }
}
