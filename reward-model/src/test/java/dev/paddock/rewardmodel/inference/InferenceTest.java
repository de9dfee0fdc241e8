package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.onnx.RunFailed;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.Precision;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device that fails so many times at a text of five tokens, and takes whatever else it is given. */
class InferenceTest {

    private final List<List<Integer>> runs = new ArrayList<>();
    private int failures;

    private List<Outcome> run(int... lengths) {
        var texts = Arrays.stream(lengths).mapToObj(DispatcherWorld::text).toList();
        return new Inference(this::atOnce, new Batching(new BatchPolicy(100)), () -> DispatcherWorld.text(1))
                .run(texts);
    }

    private List<Outcome> atOnce(List<Prepared> texts) {
        var lengths = texts.stream().map(Prepared::length).toList();
        runs.add(lengths);
        if (lengths.contains(5) && failures-- > 0) {
            throw new RunFailed("CUDNN_STATUS_INTERNAL_ERROR");
        }
        return lengths.stream()
                .map(length ->
                        (Outcome) new Outcome.Scored(new Score(length, Provider.CUDA, Precision.FP32, length, 0, 0, 0)))
                .toList();
    }

    @Test
    void aTextThatBreaksOnceHasItsScore() {
        failures = 2;

        var outcomes = run(4, 5);

        assertThat(outcomes).extracting(outcome -> outcome.orThrow().value()).containsExactly(4.0, 5.0);
        assertThat(runs).containsExactly(List.of(4, 5), List.of(4), List.of(5), List.of(1), List.of(5));
    }

    @Test
    void aTextThatBreaksTwiceWhileAnotherDoesNotIsToBlame() {
        failures = 3;

        var outcomes = run(4, 5);

        assertThat(outcomes.getFirst().orThrow().value()).isEqualTo(4);
        assertThatExceptionOfType(NotScorable.class)
                .isThrownBy(() -> outcomes.getLast().orThrow())
                .withMessage("The graph breaks on it: CUDNN_STATUS_INTERNAL_ERROR");
    }
}
