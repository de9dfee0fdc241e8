package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.paddock.rewardmodel.Logged;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.TinyGraph;
import dev.paddock.rewardmodel.bundles.TinyModels;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Callers with one text each of a real fp32 model that batches as on a GPU; the CPU's memory stands for the GPU's. */
@Timeout(60)
class CallersTogetherTest {

    private static final List<List<Message>> CONVERSATIONS = IntStream.range(0, 200)
            .mapToObj(i -> List.of(Message.user("one"), Message.assistant("two ".repeat(1 + i * 7 % 20) + "three")))
            .toList();
    private static final List<Message> LONG =
            List.of(Message.user("one"), Message.assistant("two ".repeat(40) + "three"));

    @RegisterExtension
    final Logged logged = Logged.by(Batching.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<Double> alone() throws IOException {
        try (var model = model(TinyGraph.firstToken(), "logits", new BatchPolicy(0))) {
            return CONVERSATIONS.stream().map(each -> model.score(each).value()).toList();
        }
    }

    @Test
    void shareBatchesAndEachGetsItsOwnScore() throws Exception {
        try (var model = model(TinyGraph.firstToken().greedyBeyond(3), "greedy", new BatchPolicy(16_384));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(model.batches()).isTrue();
            assertThat(callers.invokeAll(calls(model, CONVERSATIONS)).stream().map(Future::resultNow))
                    .isEqualTo(alone());
        }
        // More rows than three at once, though nobody asked for more than one.
        assertThat(logged.events())
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(told -> told.contains("does not fit, so it is halved"));
    }

    @Test
    void onWhichOneTheGraphBreaksIsFoundAndTheOthersHaveTheirs() throws Exception {
        var some = new ArrayList<>(CONVERSATIONS.subList(0, 30));
        some.set(11, LONG);
        try (var model = model(TinyGraph.firstToken().withPlaces(30), "placed", new BatchPolicy(16_384));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = callers.invokeAll(calls(model, some));
            var expected = alone();
            for (var i = 0; i < some.size(); i++) {
                if (i == 11) {
                    assertThat(outcomes.get(i).exceptionNow())
                            .isInstanceOfSatisfying(
                                    NotScorable.class,
                                    refused ->
                                            assertThat(refused.conversation()).isSameAs(LONG));
                } else {
                    assertThat(outcomes.get(i).resultNow()).isEqualTo(expected.get(i));
                }
            }
        }
    }

    @Test
    void aRunThatNobodyWaitsForAnyMoreIsEnded() throws Exception {
        var model = model(TinyGraph.firstToken().looping(Long.MAX_VALUE), "late", new BatchPolicy(16_384));
        var end = new CompletableFuture<Throwable>();
        var caller = Thread.ofPlatform().start(() -> {
            try {
                model.score(LONG);
            } catch (RuntimeException ended) {
                end.complete(ended);
            }
        });
        Thread.sleep(500);
        caller.interrupt();

        assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        // Which waits for the run to be over.
        model.close();
    }

    private static List<Callable<Double>> calls(RewardModel model, List<List<Message>> conversations) {
        return conversations.stream()
                .map(each -> (Callable<Double>) () -> model.score(each).value())
                .toList();
    }

    private OnnxRewardModel model(TinyGraph graph, String output, BatchPolicy policy) throws IOException {
        return TinyModels.open(folder, graph, output, new Batching(policy), ExecutionProviders.cpu());
    }
}
