package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.inference.BatchPolicy;
import dev.paddock.rewardmodel.inference.Batching;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A score says how long it waited, wherever the line is: for a core, for a batch, for a server. */
class WaitingTimeTest extends RemoteWorld {

    private static final List<List<Message>> MANY = IntStream.range(0, 300)
            .mapToObj(i -> List.of(Message.user("one"), Message.assistant("two ".repeat(1 + i * 7 % 20))))
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void whileThoseBeforeItWereComputedOnThisMachine(int tokensInABatch) throws IOException {
        var batching = new Batching(new BatchPolicy(tokensInABatch));
        try (var model =
                TinyModels.open(folder, TinyGraph.firstToken(), "logits", batching, ExecutionProviders.cpu())) {
            lastOneWaitedForTheOthers(model, Runtime.getRuntime().availableProcessors());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vllm", "tei"})
    void whileThoseBeforeItWereComputedOnAServer(String dialect) throws IOException {
        try (var model = open(bundle(dialect))) {
            server.slowness = Duration.ofMillis(20);
            lastOneWaitedForTheOthers(model, server.slots);
        }
    }

    private static void lastOneWaitedForTheOthers(RewardModel model, int atOnce) {
        var asked = System.nanoTime();
        var scores = model.scoreAll(MANY);
        var micros = (System.nanoTime() - asked) / 1000;

        assertThat(scores)
                .allSatisfy(
                        score -> assertThat(score.microsWaiting() + score.microsTokenising() + score.microsInference())
                                .isLessThanOrEqualTo(micros));
        var last = scores.stream().mapToLong(Score::microsWaiting).max().orElseThrow();
        var before = scores.stream()
                .filter(score -> score.microsWaiting() < last)
                .mapToLong(Score::microsInference)
                .sum();
        assertThat(last).isPositive().isGreaterThan(before / atOnce / 2);
    }
}
