package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private static final List<Candidate> CANDIDATES =
            List.of(new Candidate(List.of(), 0.01), new Candidate(List.of(), 1));

    /** Each conversation has a fingerprint and a coin-toss of a label, four times. Whoever has seen one copy knows the other three. */
    @Test
    void findsNothingWhereOnlyALeakCouldTell() {
        var random = new Random(5);
        var chosen = new ArrayList<float[]>();
        var rejected = new ArrayList<float[]>();
        var roots = new ArrayList<String>();
        for (var root = 0; root < 150; root++) {
            var fingerprint = gaussian(random, 200);
            for (var copy = 0; copy < 4; copy++) {
                chosen.add(fingerprint);
                rejected.add(new float[200]);
                roots.add("conversation " + root);
            }
        }
        var table =
                new PairTable(chosen.toArray(float[][]::new), rejected.toArray(float[][]::new), new double[600], roots);
        assertThat(new CrossValidation(table, List.of(), 1)
                        .nested(CANDIDATES)
                        .evaluation()
                        .accuracy())
                .isBetween(35.0, 65.0);
    }

    @Test
    void findsWhatIsThere() {
        var random = new Random(6);
        var chosen = new float[300][];
        var rejected = new float[300][];
        var roots = new ArrayList<String>();
        for (var row = 0; row < 300; row++) {
            chosen[row] = gaussian(random, 4);
            rejected[row] = gaussian(random, 4);
            chosen[row][1] += 2;
            roots.add("conversation " + row / 2);
        }
        var nested = new CrossValidation(new PairTable(chosen, rejected, new double[300], roots), List.of(), 1)
                .nested(CANDIDATES);
        assertThat(nested.evaluation().accuracy()).isGreaterThan(85);
        assertThat(nested.chosen()).hasSize(5).isSubsetOf(CANDIDATES);
    }

    private static float[] gaussian(Random random, int width) {
        var vector = new float[width];
        for (var i = 0; i < width; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
