package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    @Test
    void whereAllAreOfOneConversationNoneJudgesAndTheHeadMovesLeast() {
        var table = search(30, "one").table().rows(IntStream.range(0, 30).toArray());

        var found = new PenaltySearch(START, table, List.of(), 30, 0).run(Progress.NONE);

        assertThat(found.penalty()).isEqualTo(100);
        assertThat(found.head().weights()[0]).isPositive();
    }
}
