package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ch.qos.logback.classic.Level;
import dev.paddock.rewardmodel.Logged;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.onnx.ProviderUnavailable;
import dev.paddock.rewardmodel.onnx.SmallGpu;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A GPU whose memory takes a model's weights, but not what it computes with them. */
class NoRoomForRunsTest extends ForeignWorld {

    private static final List<Provider> ORDER = List.of(Provider.CUDA, Provider.CPU);
    private static final List<Message> CONVERSATION = ForeignBundle.CONVERSATIONS.getFirst();
    private static final int PLENTY = 1_000;

    @RegisterExtension
    final Logged logged = Logged.by(ExecutionProviders.class);

    private final SmallGpu gpu = new SmallGpu();
    private final ExecutionProviders preferring = gpu.in(ExecutionProviders.preferring(ORDER));

    private static byte[] greedyBeyondTokens(int tokens) {
        return TinyGraph.firstToken().greedyBeyondTokens(tokens).onnx("greedy", DataType.FLOAT, 2);
    }

    private Path modest() throws IOException {
        return TinyModels.greedyBeyondTokens(folder, PLENTY);
    }

    @Test
    void theModelComesToTheCpuAndTheLogSaysWhy() throws IOException {
        gpu.runs(greedyBeyondTokens(0));

        try (var model = Bundle.open(modest(), preferring)) {
            assertThat(model.provider()).isEqualTo(Provider.CPU);
            assertThat(model.score(CONVERSATION).value()).isEqualTo(pair(CONVERSATION));
        }

        assertThat(logged.events()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .contains("cuda does not work here, using cpu instead: The memory for cuda does not hold it: ")
                    .contains("Failed to allocate memory");
        });
    }

    @Test
    void whereTheGpuAloneWillDoItIsToBlameAndNotTheBundle() throws IOException {
        gpu.runs(greedyBeyondTokens(0));
        var modest = modest();

        Map.of(
                        preferring.only(Provider.CUDA),
                        "cuda does not work here: The memory for cuda",
                        gpu.in(ExecutionProviders.requiring(ORDER)),
                        "cuda is required but does not work here: The memory for cuda")
                .forEach((strict, words) -> assertThatExceptionOfType(ProviderUnavailable.class)
                        .isThrownBy(() -> Bundle.open(modest, strict).close())
                        .withMessageContaining(words));

        assertThat(gpu.opened()).containsExactly(Provider.CUDA, Provider.CUDA);
    }

    @Test
    void aModelThatNoMemoryHoldsIsRefusedAndSaysNothingOfTheGpu() throws IOException {
        var insatiable = TinyModels.greedyBeyondTokens(folder, 0);

        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(insatiable, preferring).close())
                .withMessageContaining("it cannot score a golden conversation (golden[0]): The memory for cpu");

        assertThat(gpu.opened()).containsExactly(Provider.CUDA, Provider.CPU);
        assertThat(logged.events()).isEmpty();
    }

    /** The card's longest need not fit: whoever sends such a text is told. */
    @Test
    void aModelWhoseGoldenConversationsFitStaysOnTheGpuAndTellsWhatDoesNot() throws IOException {
        gpu.runs(greedyBeyondTokens(40));
        var tooLong = List.of(Message.user("one"), Message.assistant("two ".repeat(45)));

        try (var model = Bundle.open(modest(), preferring)) {
            assertThat(model.provider()).isEqualTo(Provider.CUDA);
            assertThatExceptionOfType(NotEnoughMemory.class)
                    .isThrownBy(() -> model.scoreAll(List.of(CONVERSATION, tooLong)))
                    .withMessageContaining("The memory for cuda does not hold it")
                    .satisfies(tooLarge -> assertThat(tooLarge.subject()).isSameAs(tooLong));
            assertThat(model.score(CONVERSATION).value()).isEqualTo(pair(CONVERSATION));
        }
    }
}
