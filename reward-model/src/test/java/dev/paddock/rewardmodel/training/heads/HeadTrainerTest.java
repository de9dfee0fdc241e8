package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {

    private final Random random = new Random(3);

    @Test
    void learnsWhatSeparatesChosenFromRejected() {
        var pairs = pairs(400, 0);
        var head = new HeadTrainer(0.01).fit(pairs);
        assertThat(head.weights()[0]).isPositive();
        assertThat(Math.abs(head.weights()[1])).isLessThan(head.weights()[0] / 5);
    }

    @Test
    void givesAMeanRewardOfZeroToTheAnswersItLearntFrom() {
        var pairs = pairs(300, 0);
        var head = new HeadTrainer(0.01).fit(pairs);
        var mean = IntStream.range(0, 300)
                .mapToDouble(row -> head.reward(pairs.chosen()[row]) + head.reward(pairs.rejected()[row]))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(1e-6));
    }

    @Test
    void pullsTheRewardsFurtherApartWhereAMarginAsksForIt() {
        var without = new HeadTrainer(0.01).fit(pairs(400, 0));
        var with = new HeadTrainer(0.01).fit(new HeadTrainerTest().pairs(400, 3));
        assertThat(with.weights()[0]).isGreaterThan(1.5 * without.weights()[0]);
    }

    @Test
    void weighsPairsByTheirMarginWhereTheyContradict() {
        float[][] high = {{1, 0}, {0, 1}};
        float[][] low = {{0, 1}, {1, 0}};
        var roots = Collections.nCopies(2, "root");
        var tied = new HeadTrainer(0.1).fit(new PairTable(high, low, new double[] {0, 0}, roots));
        var decided = new HeadTrainer(0.1).fit(new PairTable(high, low, new double[] {1, 0}, roots));
        assertThat(tied.weights()[0]).isCloseTo(0, within(1e-3));
        assertThat(decided.weights()[0]).isGreaterThan(0.1);
    }

    @Test
    void heedsAPairAsMuchAsItWeighs() {
        float[][] high = {{1, 0}, {0, 1}};
        float[][] low = {{0, 1}, {1, 0}};
        var contradicting = new PairTable(high, low, new double[2], Collections.nCopies(2, "root"));
        var head = new HeadTrainer(0.1).fit(contradicting.weighing(new double[] {1, 0.2}));
        assertThat(head.weights()[0]).isGreaterThan(0.1);
    }

    @Test
    void isCentredOnOtherAnswersWhereAsked() {
        var head = new HeadTrainer(0.01).fit(pairs(100, 0));
        float[][] others = {{3, 3, 5}};
        var centred = head.centredOn(new PairTable(others, others, new double[1], List.of("root")));
        assertThat(centred.reward(others[0])).isCloseTo(0, within(1e-9));
        assertThat(centred.weights()).isEqualTo(head.weights());
    }

    @Test
    void isNotDisturbedByAColumnThatNeverChanges() {
        var head = new HeadTrainer(0.01).fit(pairs(100, 0));
        assertThat(head.weights()[2]).isZero();
        assertThat(head.bias()).isFinite();
    }

    /** Column 0 tells, column 1 is noise, column 2 is constant. */
    private PairTable pairs(int count, double margin) {
        var chosen = new float[count][];
        var rejected = new float[count][];
        for (var row = 0; row < count; row++) {
            chosen[row] = new float[] {(float) (random.nextGaussian() + 1), (float) random.nextGaussian(), 5};
            rejected[row] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian(), 5};
        }
        var margins = new double[count];
        java.util.Arrays.fill(margins, margin);
        return new PairTable(chosen, rejected, margins, Collections.nCopies(count, "root"));
    }
}
