package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FurtherTrainerTest {

    private static final int WIDTH = 4;
    private static final LinearHead START = new LinearHead(new double[] {1, -1, 0, 0.5}, 0.25);

    private final Random random = new Random(7);

    private float[] vector() {
        var vector = new float[WIDTH];
        for (var i = 0; i < WIDTH; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    /** People like the third number. */
    private PairTable pairs(int count, double margin) {
        var chosen = new float[count][];
        var rejected = new float[count][];
        for (var row = 0; row < count; row++) {
            var one = vector();
            var other = vector();
            var better = one[2] + 0.5 * random.nextGaussian() > other[2];
            chosen[row] = better ? one : other;
            rejected[row] = better ? other : one;
        }
        var margins = new double[count];
        Arrays.fill(margins, margin);
        return new PairTable(
                chosen,
                rejected,
                margins,
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    @Test
    void theGradientIsTheDerivative() {
        var objective = new FurtherObjective(
                new float[][] {vector(), vector(), vector()},
                new double[] {0, 1, 2.0 / 3},
                new double[] {0.3, -0.2, 1},
                new float[][] {vector(), vector()},
                new boolean[] {true, false},
                new double[] {0.1, -0.4},
                0.3,
                0.7);
        var point = new double[] {0.2, -0.1, 0.4, 0.05, -0.3};
        var gradient = new double[point.length];
        objective.at(point, gradient);
        for (var i = 0; i < point.length; i++) {
            var up = point.clone();
            var down = point.clone();
            up[i] += 1e-6;
            down[i] -= 1e-6;
            var rise = (objective.at(up, new double[5]) - objective.at(down, new double[5])) / 2e-6;
            assertThat(gradient[i]).isCloseTo(rise, within(1e-6));
        }
    }

    @Test
    void learnsWhatThePairsSay() {
        var head = new FurtherTrainer(START, pairs(500, 0), SafetyExamples.NONE).fit(0.01, 0);

        assertThat(head.weights()[2]).isGreaterThan(1);
        assertThat(Math.abs(head.weights()[0])).isLessThan(0.5);
    }

    @Test
    void staysWhereItWasWhenItIsHeldBackStrongly() {
        var head = new FurtherTrainer(START, pairs(100, 0), SafetyExamples.NONE).fit(1e6, 0);

        for (var i = 0; i < WIDTH; i++) {
            assertThat(head.weights()[i]).isCloseTo(START.weights()[i], within(1e-4));
        }
    }

    @Test
    void marginsChangeTheOutcome() {
        var plain = new FurtherTrainer(START, pairs(300, 0), SafetyExamples.NONE).fit(0.1, 0);
        var wide = new FurtherTrainer(START, pairs(300, 3), SafetyExamples.NONE).fit(0.1, 0);

        assertThat(wide.weights()[2]).isGreaterThan(1.2 * plain.weights()[2]);
    }

    @Test
    void theMeanRewardIsZeroWithoutLabels() {
        var pairs = pairs(200, 0);
        var head = new FurtherTrainer(START, pairs, SafetyExamples.NONE).fit(0.1, 0);

        assertThat(Whitenings.of(head, pairs).mean()).isCloseTo(0, within(1e-9));
    }

    @Test
    void withLabelsARewardAboveZeroMeansSafe() {
        var pairs = pairs(300, 0);
        var labelled = IntStream.range(0, 300)
                .mapToObj(row -> new LabelledPair(
                        new PreferencePair(List.of(), "", "", 0, ""),
                        "better",
                        pairs.chosen()[row][3] > -1,
                        pairs.rejected()[row][3] > -1,
                        true))
                .toList();
        var head = new FurtherTrainer(START, pairs, SafetyExamples.of(pairs, labelled)).fit(0.001, 1);

        var right = IntStream.range(0, 300)
                .filter(row -> head.reward(pairs.chosen()[row]) > 0 == pairs.chosen()[row][3] > -1)
                .count();
        assertThat(right).isGreaterThan(260);
    }
}
