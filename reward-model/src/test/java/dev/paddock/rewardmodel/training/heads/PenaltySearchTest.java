package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PenaltySearchTest {

    private static final LinearHead START = new LinearHead(new double[] {0}, 0);

    /** @param root of each of them, and of ten others beside them */
    private static PenaltySearch search(int own, String root) {
        var rows = own + 10;
        var table = new PairTable(
                IntStream.range(0, rows).mapToObj(row -> new float[] {row % 3}).toArray(float[][]::new),
                IntStream.range(0, rows).mapToObj(_ -> new float[] {0}).toArray(float[][]::new),
                new double[rows],
                IntStream.range(0, rows).mapToObj(root::formatted).toList());
        return new PenaltySearch(START, table, List.of(), own, 0);
    }

    /** What was found on a part is scaled by its size: where that is reckoned wrong, all are held back too much. */
    @ParameterizedTest
    @ValueSource(ints = {40, 10_600, 10_668, 16_000, 21_334, 30_000})
    void aFoldLearnsFromAsManyAsAreReckonedWith(int own) {
        var search = search(own, "conversation %d");
        var folds = Folds.byRoot(search.table().roots().subList(0, own), 4, 1);

        for (var fold = 0; fold < 4; fold++) {
            assertThat((double) search.outside(folds, fold).length).isCloseTo(search.scaled(1, 1), within(1.0));
        }
    }

    @Test
    void theyAreFromAllOver() {
        var rows = IntStream.range(0, 10).map(row -> 10 * row).toArray();

        assertThat(PenaltySearch.some(rows, 4).toArray()).containsExactly(0, 20, 50, 70);
        assertThat(PenaltySearch.some(rows, 10).toArray()).containsExactly(rows);
        assertThat(PenaltySearch.some(rows, 11).toArray()).containsExactly(rows);
    }

    @Test
    void whereAllAreOfOneConversationNoneJudgesAndTheHeadMovesLeast() {
        var table = search(30, "one").table().rows(IntStream.range(0, 30).toArray());

        var found = new PenaltySearch(START, table, List.of(), 30, 0).run(Progress.NONE);

        assertThat(found.penalty()).isEqualTo(100);
        assertThat(found.head().weights()[0]).isPositive();
    }
}
