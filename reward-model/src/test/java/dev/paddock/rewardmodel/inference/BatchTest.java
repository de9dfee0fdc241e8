package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.onnx.OnnxModel.Longs;
import dev.paddock.rewardmodel.scoring.Sequence;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final Batch batch = new Batch(
            List.of(new Sequence(new long[] {7, 8, 9}, 1, 3), Sequence.ofOneType(new long[] {5})),
            List.of(new float[0], new float[0]),
            4);

    @Test
    void fillsShorterRowsUpOnTheRightWithTheTokenForThat() {
        assertThat(values("input_ids")).containsExactly(7, 8, 9, 5, 4, 4);
    }

    @Test
    void tellsTokensFromPadding() {
        assertThat(values("attention_mask")).containsExactly(1, 1, 1, 1, 0, 0);
        assertThat(values("token_type_ids")).containsExactly(0, 1, 1, 0, 0, 0);
        assertThat(values("position_ids")).containsExactly(0, 1, 2, 0, 0, 0);
    }

    private long[] values(String input) {
        return ((Longs) batch.inputs(Set.of(input)).getFirst()).values();
    }
}
