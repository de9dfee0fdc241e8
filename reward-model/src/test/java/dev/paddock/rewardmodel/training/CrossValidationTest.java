package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.training.heads.PairTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private static final List<Design> DESIGNS = List.of(new Design(List.of(), 1, 0.01), new Design(List.of(), 1, 1));

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
        assertThat(accuracy(table, none(200))).isBetween(35.0, 65.0);
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
        var nested = new CrossValidation(new PairTable(chosen, rejected, new double[300], roots), none(4), List.of(), 1)
                .nested(DESIGNS);
        assertThat(nested.evaluation().accuracy()).isGreaterThan(85);
        assertThat(nested.designs()).hasSize(5).isSubsetOf(DESIGNS);
    }

    /** What is lent may be the very conversations that are judged: then they must not be trained on. */
    @Test
    void trainsOnNothingLentThatIsAboutTheJudgedConversations() {
        var random = new Random(7);
        var chosen = new float[200][];
        var rejected = new float[200][];
        var roots = new ArrayList<String>();
        for (var row = 0; row < 200; row++) {
            chosen[row] = gaussian(random, 300);
            rejected[row] = gaussian(random, 300);
            roots.add("conversation " + row);
        }
        var table = new PairTable(chosen, rejected, new double[200], roots);
        // The same pairs, as if only the rejected answer were from that conversation.
        var elsewhere = roots.stream().map(root -> "not " + root).toList();
        var astray = new PairTable(chosen, rejected, new double[200], elsewhere, roots);

        assertThat(accuracy(table, table)).isBetween(35.0, 65.0);
        assertThat(accuracy(table, astray)).isBetween(35.0, 65.0);
    }

    /** The judged pairs alone teach nothing here: they are too few for their width. */
    @Test
    void learnsFromWhatIsLent() {
        var random = new Random(8);
        var table = told(random, 100, "own ");
        var lent = told(random, 2000, "lent ");
        assertThat(accuracy(table, lent)).isGreaterThan(accuracy(table, none(100)) + 5);
    }

    private static double accuracy(PairTable table, PairTable lent) {
        return new CrossValidation(table, lent, List.of(), 1)
                .nested(DESIGNS)
                .evaluation()
                .accuracy();
    }

    private static PairTable told(Random random, int rows, String name) {
        var chosen = new float[rows][];
        var rejected = new float[rows][];
        var roots = new ArrayList<String>();
        for (var row = 0; row < rows; row++) {
            chosen[row] = gaussian(random, 100);
            rejected[row] = gaussian(random, 100);
            chosen[row][0] += 1;
            roots.add(name + row);
        }
        return new PairTable(chosen, rejected, new double[rows], roots);
    }

    private static PairTable none(int width) {
        return new PairTable(new float[0][width], new float[0][width], new double[0], List.of());
    }

    private static float[] gaussian(Random random, int width) {
        var vector = new float[width];
        for (var i = 0; i < width; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
