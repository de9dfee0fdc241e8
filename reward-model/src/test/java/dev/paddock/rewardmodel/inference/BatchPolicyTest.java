package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.onnx.Provider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchPolicyTest {

    /** In the order in which they would go, if nobody came on the way. */
    static List<List<Integer>> batches(BatchPolicy policy, List<Integer> lengths) {
        var waiting = new ArrayList<>(IntStream.range(0, lengths.size()).boxed().toList());
        var batches = new ArrayList<List<Integer>>();
        while (!waiting.isEmpty()) {
            var next = policy.next(waiting.stream().map(lengths::get).toList()).stream()
                    .map(waiting::get)
                    .toList();
            batches.add(next);
            waiting.removeAll(next);
        }
        return batches;
    }

    @Test
    void neverBatchesOnACpuNorAModelThatMindsItsBatchMates() {
        var lengths = List.of(10, 10, 10);
        assertThat(batches(BatchPolicy.of(Provider.CPU, true), lengths)).hasSize(3);
        assertThat(batches(BatchPolicy.of(Provider.CUDA, false), lengths)).hasSize(3);
        assertThat(batches(BatchPolicy.of(Provider.CUDA, true), lengths)).hasSize(1);
        assertThat(BatchPolicy.of(Provider.CPU, true).isBatching()).isFalse();
        assertThat(BatchPolicy.of(Provider.CUDA, false).isBatching()).isFalse();
        assertThat(BatchPolicy.of(Provider.CUDA, true).isBatching()).isTrue();
    }

    @Test
    void countsThePaddingAndKeepsNeighboursByLengthTogether() {
        assertThat(batches(new BatchPolicy(100), List.of(50, 10, 49, 12, 11)))
                .containsExactly(List.of(0, 2), List.of(1, 4, 3));
    }

    @Test
    void givesATextThatIsTooLongABatchOfItsOwn() {
        assertThat(batches(new BatchPolicy(100), List.of(400, 20, 300)))
                .containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void theOldestGoesFirstHoweverFewAreLikeIt() {
        var lengths = new ArrayList<>(Collections.nCopies(300, 70));
        lengths.addFirst(900);
        assertThat(batches(new BatchPolicy(1_000), lengths))
                .startsWith(List.of(0))
                .allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(14));
    }

    @Test
    void ofThoseThatAreAsNearTheOlderOnesGo() {
        assertThat(new BatchPolicy(300).next(List.of(100, 90, 90, 90, 90))).containsExactly(0, 1, 2);
    }

    @Test
    void noRowIsPaddingForTheGreaterPartUnlessAllAreShort() {
        assertThat(new BatchPolicy(16_384).next(List.of(400, 20, 199, 200, 700, 801, 350)))
                .containsExactly(0, 6, 3);
        assertThat(new BatchPolicy(16_384).next(List.of(64, 5, 30))).containsExactly(0, 2, 1);
    }
}
