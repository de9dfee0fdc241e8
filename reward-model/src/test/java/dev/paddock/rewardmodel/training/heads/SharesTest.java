package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.training.heads.HeadTrainer.Columns;
import dev.paddock.rewardmodel.training.heads.Shares.Group;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {

    private final PairTable pairs = pairs();

    @Test
    void givesEachGroupTheLengthOfItsShareHoweverManyColumnsItHas() {
        var scale = new Shares(List.of(new Group(2, 1), new Group(30, 0.25))).of(Columns.of(pairs), pairs);

        var differences = scale.differences(pairs);
        assertThat(meanSquaredLength(differences, 0, 2)).isCloseTo(1, within(1e-3));
        assertThat(meanSquaredLength(differences, 2, 32)).isCloseTo(0.25, within(1e-3));
    }

    @Test
    void letsTheGroupWithTheLargerShareSpeak() {
        var first = new HeadTrainer(0.1).fit(pairs, new Shares(List.of(new Group(2, 1), new Group(30, 0.01))));
        var second = new HeadTrainer(0.1).fit(pairs, new Shares(List.of(new Group(2, 0.01), new Group(30, 1))));

        assertThat(first.weights()[0]).isGreaterThan(2 * second.weights()[0]);
        assertThat(second.weights()[2]).isGreaterThan(2 * first.weights()[2]);
    }

    @Test
    void leavesColumnsThatNeverDifferAsTheyAre() {
        float[][] same = {{1, 2}, {3, 4}};
        var still = new PairTable(same, same, new double[2], List.of("a", "b"));
        var scale = Columns.of(still);

        assertThat(new Shares(List.of(new Group(2, 1))).of(scale, still).deviation())
                .containsExactly(scale.deviation());
    }

    private static double meanSquaredLength(float[][] rows, int from, int to) {
        var sum = 0.0;
        for (var row : rows) {
            for (var i = from; i < to; i++) {
                sum += row[i] * row[i];
            }
        }
        return sum / rows.length;
    }

    /** Columns 0 and 2 tell. */
    private static PairTable pairs() {
        var random = new Random(4);
        var chosen = new float[300][32];
        var rejected = new float[300][32];
        for (var row = 0; row < 300; row++) {
            for (var i = 0; i < 32; i++) {
                chosen[row][i] = (float) (random.nextGaussian() + (i == 0 || i == 2 ? 1 : 0));
                rejected[row][i] = (float) random.nextGaussian();
            }
        }
        return new PairTable(chosen, rejected, new double[300], Collections.nCopies(300, "root"));
    }
}
