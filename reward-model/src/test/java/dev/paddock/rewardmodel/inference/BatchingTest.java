package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import dev.paddock.rewardmodel.Logged;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.TinyGraph;
import dev.paddock.rewardmodel.bundles.TinyModels;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Batches as on a GPU, of a real fp32 model; the CPU's memory stands for the GPU's. */
class BatchingTest {

    /** From 6 tokens to 25. */
    private static final List<List<Message>> CONVERSATIONS = IntStream.range(0, 20)
            .mapToObj(i -> List.of(Message.user("one"), Message.assistant("two ".repeat(1 + i * 7 % 20) + "three")))
            .toList();

    @RegisterExtension
    final Logged logged = Logged.by(Batching.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void neighboursByLengthShareABatchAndEachKeepsItsScore() throws IOException {
        var batching = new Batching(new BatchPolicy(100));
        try (var alone = model(TinyGraph.firstToken(), "logits", new Batching(new BatchPolicy(0)));
                var batched = model(TinyGraph.firstToken(), "logits", batching)) {
            var scores = batched.scoreAll(CONVERSATIONS);

            assertThat(values(scores)).isEqualTo(values(alone.scoreAll(CONVERSATIONS)));
            assertThat(new HashSet<>(values(scores))).hasSize(20);
            var byLength = scores.stream().map(Score::tokens).sorted().toList();
            assertThat(BatchPolicyTest.batches(new BatchPolicy(100), byLength))
                    .anyMatch(batch -> batch.size() > 5)
                    .hasSizeLessThan(8);
        }
    }

    @Test
    void aBatchThatDoesNotFitIsHalvedAndSoAreTheNext() throws IOException {
        var batching = new Batching(new BatchPolicy(16_384));
        try (var alone = model(TinyGraph.firstToken(), "logits", new Batching(new BatchPolicy(0)));
                var batched = model(TinyGraph.firstToken().greedyBeyond(3), "greedy", batching)) {
            var scores = batched.scoreAll(CONVERSATIONS);

            assertThat(values(scores)).isEqualTo(values(alone.scoreAll(CONVERSATIONS)));
            assertThat(logged.events()).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.WARN);
                assertThat(event.getFormattedMessage())
                        .contains("A batch of 500 tokens does not fit", "they have 250 at most", "Failed to allocate");
            });
            assertThat(batching.next(Collections.nCopies(20, 25))).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void batchesThatBreakAreRunInHalvesAndTheLogSaysSoOnce() throws IOException {
        var batching = new Batching(new BatchPolicy(100));
        try (var alone = model(TinyGraph.firstToken(), "logits", new Batching(new BatchPolicy(0)));
                var batched = model(TinyGraph.firstToken().ofOneRow(), "single", batching)) {
            assertThat(values(batched.scoreAll(CONVERSATIONS))).isEqualTo(values(alone.scoreAll(CONVERSATIONS)));
            assertThat(logged.events()).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.WARN);
                assertThat(event.getFormattedMessage())
                        .contains("is run again in halves", "ONNX Runtime failed on cpu");
            });
        }
    }

    @Test
    void aTextThatDoesNotFitEvenAloneIsRefused() throws IOException {
        try (var model =
                model(TinyGraph.firstToken().greedyBeyond(0), "greedy", new Batching(new BatchPolicy(16_384)))) {
            assertThatExceptionOfType(NotEnoughMemory.class)
                    .isThrownBy(() -> model.scoreAll(CONVERSATIONS))
                    .withMessageContaining("The memory for cpu does not hold it");
        }
    }

    private static List<Double> values(List<Score> scores) {
        return scores.stream().map(Score::value).toList();
    }

    private OnnxRewardModel model(TinyGraph graph, String output, Batching batching) throws IOException {
        return TinyModels.open(folder, graph, output, batching, ExecutionProviders.cpu());
    }
}
