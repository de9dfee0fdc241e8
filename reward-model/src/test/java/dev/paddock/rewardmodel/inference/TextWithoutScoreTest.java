package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.TinyGraph;
import dev.paddock.rewardmodel.bundles.TinyModels;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.RanTooLong;
import dev.paddock.rewardmodel.onnx.RunFailed;
import dev.paddock.rewardmodel.scoring.NotScorable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of many texts that a model does not get through, or makes no number of: it is the text's own, and said of that text. */
class TextWithoutScoreTest {

    private static final List<Message> LONG =
            List.of(Message.user("one"), Message.assistant("two ".repeat(40) + "three"));
    private static final List<List<Message>> MANY =
            List.of(said("one"), said("two"), said("three four"), LONG, said("five"), said("six seven"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static List<Message> said(String answer) {
        return List.of(Message.user("one"), Message.assistant(answer));
    }

    @Test
    void isNamedWhereTheModelMakesNoNumberOfIt() throws IOException {
        for (var batching : List.of(new Batching(new BatchPolicy(16_384)), new Batching(new BatchPolicy(0)))) {
            try (var model = model(TinyGraph.firstToken().noNumberAbove(1_000), "numbered", batching)) {
                assertThatExceptionOfType(NotScorable.class)
                        .isThrownBy(() -> model.scoreAll(MANY))
                        .withMessageContaining("NaN")
                        .satisfies(refused -> assertThat(refused.conversation()).isSameAs(LONG));
                assertThat(model.score(MANY.getFirst()).value()).isEqualTo(20 + 2 + 26 + 3 + 26 + 3);
            }
        }
    }

    /** Most models have positions for so many tokens and no more. */
    @Test
    void isNamedWhereTheGraphBreaksOnItAlone() throws IOException {
        for (var batching : List.of(new Batching(new BatchPolicy(16_384)), new Batching(new BatchPolicy(0)))) {
            try (var model = model(TinyGraph.firstToken().withPlaces(20), "placed", batching)) {
                assertThatExceptionOfType(NotScorable.class)
                        .isThrownBy(() -> model.scoreAll(MANY))
                        .withMessageContaining("The graph breaks on it: ")
                        .withMessageContaining("out of data bounds")
                        .satisfies(refused -> assertThat(refused.conversation()).isSameAs(LONG));
                assertThatExceptionOfType(NotScorable.class).isThrownBy(() -> model.score(LONG));
                assertThat(model.score(MANY.getFirst()).value()).isEqualTo(20 + 2 + 26 + 3 + 26 + 3);
            }
        }
    }

    /** Then nothing says that the text is to blame. */
    @Test
    void isNotNamedWhereTheGraphBreaksOnWhateverItIsGiven() throws IOException {
        try (var model = model(TinyGraph.firstToken().withPlaces(3), "placed", new Batching(new BatchPolicy(0)))) {
            assertThatExceptionOfType(RunFailed.class).isThrownBy(() -> model.score(LONG));
        }
    }

    @Test
    void isNamedWhereTheMemoryDoesNotHoldIt() throws IOException {
        for (var batching : List.of(new Batching(new BatchPolicy(16_384)), new Batching(new BatchPolicy(0)))) {
            try (var model = model(TinyGraph.firstToken().greedyBeyondTokens(20), "greedy", batching)) {
                assertThatExceptionOfType(NotEnoughMemory.class)
                        .isThrownBy(() -> model.scoreAll(MANY))
                        .withMessageContaining("The memory for cpu does not hold it")
                        .satisfies(tooLarge -> assertThat(tooLarge.subject()).isSameAs(LONG));
            }
        }
    }

    @Test
    void isNamedWhereItTakesTooLong() throws IOException {
        var impatient = ExecutionProviders.cpu().endingRunsAfter(Duration.ofMillis(200));
        var endless = TinyGraph.firstToken().looping(Long.MAX_VALUE);
        try (var model = TinyModels.open(folder, endless, "late", new Batching(new BatchPolicy(0)), impatient)) {
            assertThatExceptionOfType(RanTooLong.class)
                    .isThrownBy(() -> model.score(LONG))
                    .withMessageContaining("not through after 0.2 seconds")
                    .satisfies(tooLarge -> assertThat(tooLarge.subject()).isSameAs(LONG));
        }
    }

    @Test
    void isGivenUpSoonerWhereThatIsAskedFor() throws IOException {
        for (var batching : List.of(new Batching(new BatchPolicy(16_384)), new Batching(new BatchPolicy(0)))) {
            try (var model = model(TinyGraph.firstToken().looping(Long.MAX_VALUE), "late", batching)) {
                assertThatExceptionOfType(RanTooLong.class)
                        .isThrownBy(() -> model.scoreWithin(Duration.ofMillis(300), LONG))
                        .withMessageContaining("not through after 0.3 seconds")
                        .satisfies(tooLarge -> assertThat(tooLarge.subject()).isSameAs(LONG));
            }
        }
    }

    /** Halves of the batch would take as long each, and whoever else asks waits behind them. */
    @Test
    void isNotLookedForInABatchThatTakesTooLong() throws IOException {
        var impatient = ExecutionProviders.cpu().endingRunsAfter(Duration.ofMillis(500));
        var endless = TinyGraph.firstToken().looping(Long.MAX_VALUE);
        try (var model = TinyModels.open(folder, endless, "late", new Batching(new BatchPolicy(16_384)), impatient)) {
            var started = System.nanoTime();
            assertThatExceptionOfType(RanTooLong.class)
                    .isThrownBy(() -> model.scoreAll(MANY))
                    .satisfies(tooLarge -> assertThat(tooLarge.subject()).isNull());
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void isNotComputedToItsEndForWhoeverDoesNotWaitForIt() throws Exception {
        var endless = TinyGraph.firstToken().looping(Long.MAX_VALUE);
        try (var model = model(endless, "late", new Batching(new BatchPolicy(0)))) {
            var end = new CompletableFuture<Throwable>();
            var caller = Thread.ofPlatform().start(() -> {
                try {
                    model.scoreAll(MANY);
                } catch (RuntimeException ended) {
                    end.complete(ended);
                }
            });
            Thread.sleep(500);
            caller.interrupt();

            assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        }
    }

    private OnnxRewardModel model(TinyGraph graph, String output, Batching batching) throws IOException {
        return TinyModels.open(folder, graph, output, batching, ExecutionProviders.cpu());
    }
}
