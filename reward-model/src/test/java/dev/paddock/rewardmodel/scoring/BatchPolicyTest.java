package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.onnx.Provider;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchPolicyTest {

    @Test
    void neverBatchesOnACpuNorAModelThatMindsItsBatchMates() {
        var lengths = List.of(10, 10, 10);
        assertThat(BatchPolicy.of(Provider.CPU, true).batches(lengths)).hasSize(3);
        assertThat(BatchPolicy.of(Provider.CUDA, false).batches(lengths)).hasSize(3);
        assertThat(BatchPolicy.of(Provider.CUDA, true).batches(lengths)).hasSize(1);
    }

    @Test
    void countsThePaddingAndKeepsNeighboursByLengthTogether() {
        assertThat(new BatchPolicy(100).batches(List.of(50, 10, 49, 12, 11)))
                .containsExactly(List.of(1, 4, 3), List.of(2, 0));
    }

    @Test
    void givesATextThatIsTooLongABatchOfItsOwn() {
        assertThat(new BatchPolicy(100).batches(List.of(400, 20, 300)))
                .containsExactly(List.of(1), List.of(2), List.of(0));
    }
}
