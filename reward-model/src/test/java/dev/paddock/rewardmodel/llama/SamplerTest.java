package dev.paddock.rewardmodel.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplerTest {

    /** Probabilities 0.1, 0.2, 0.3, 0.4. */
    private static final float[] LOGITS = {
        (float) Math.log(1), (float) Math.log(2), (float) Math.log(3), (float) Math.log(4)
    };

    private static Decoding decoding(double temperature, double topP, int topK) {
        return new Decoding(temperature, topP, topK, 10, 42, List.of());
    }

    private static double[] shares(Decoding decoding) {
        var sampler = new Sampler(decoding);
        var shares = new double[LOGITS.length];
        for (var i = 0; i < 100_000; i++) {
            shares[sampler.next(LOGITS).token()] += 1e-5;
        }
        return shares;
    }

    @Test
    void drawsTokensAsOftenAsTheyAreLikely() {
        assertThat(shares(decoding(1, 1, 0))).containsExactly(new double[] {0.1, 0.2, 0.3, 0.4}, within(0.01));
    }

    @Test
    void drawsMoreEvenlyWhenItIsWarmer() {
        var sum = 1 + Math.sqrt(2) + Math.sqrt(3) + 2;
        assertThat(shares(decoding(2, 1, 0)))
                .containsExactly(new double[] {1 / sum, Math.sqrt(2) / sum, Math.sqrt(3) / sum, 2 / sum}, within(0.01));
    }

    @Test
    void keepsTheFewestTokensThatReachTopP() {
        assertThat(shares(decoding(1, 0.7, 0))).containsExactly(new double[] {0, 0, 3 / 7.0, 4 / 7.0}, within(0.01));
        assertThat(shares(decoding(1, 0.71, 0)))
                .containsExactly(new double[] {0, 2 / 9.0, 3 / 9.0, 4 / 9.0}, within(0.01));
        assertThat(shares(decoding(1, 0.1, 0))).containsExactly(new double[] {0, 0, 0, 1}, within(0.01));
    }

    @Test
    void keepsTheTopKTokens() {
        assertThat(shares(decoding(1, 1, 2))).containsExactly(new double[] {0, 0, 3 / 7.0, 4 / 7.0}, within(0.01));
        assertThat(shares(decoding(1, 1, 9))).containsExactly(new double[] {0.1, 0.2, 0.3, 0.4}, within(0.01));
        assertThat(shares(decoding(1, 0.6, 3))).containsExactly(new double[] {0, 0, 3 / 7.0, 4 / 7.0}, within(0.01));
    }

    @Test
    void alwaysTakesTheLikeliestAtTemperatureZero() {
        assertThat(shares(decoding(0, 1, 0))).containsExactly(new double[] {0, 0, 0, 1}, within(1e-9));
    }

    @Test
    void tellsTheProbabilityBeforeAnythingWasCut() {
        var draw = new Sampler(decoding(0.5, 0.5, 1)).next(LOGITS);
        assertThat(draw.token()).isEqualTo(3);
        assertThat(draw.logProbability()).isCloseTo(Math.log(0.4), within(1e-6));
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        var one = new Sampler(decoding(1, 1, 0));
        var other = new Sampler(decoding(1, 1, 0));
        for (var i = 0; i < 100; i++) {
            assertThat(one.next(LOGITS)).isEqualTo(other.next(LOGITS));
        }
    }

    @Test
    void refusesWeightsThatComputeNoNumbers() {
        assertThatThrownBy(() -> new Sampler(decoding(1, 1, 0)).next(new float[] {Float.NaN, Float.NaN}))
                .isInstanceOf(IllegalStateException.class);
    }
}
