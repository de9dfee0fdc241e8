package dev.paddock.rewardmodel.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.UnusableWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes a model that can answer, what is known of it, and what is refused. {@link GenerationTest} lets one answer. */
class LlamaTest {

    private static final List<Message> QUESTION = List.of(Message.user("the llama on a lama in a llama"));

    @TempDir
    static Path folder;

    private static Path weights;

    @BeforeAll
    static void write() throws IOException {
        weights = TinyLlama.PLAIN.write(folder.resolve("tiny.gguf"));
    }

    @Test
    void saysWhatItIs() throws IOException {
        Description description;
        try (var llama = Llama.open(weights, folder.resolve("cache"))) {
            description = llama.describe();
        }

        assertThat(description.name()).isEqualTo("Tiny");
        assertThat(description.promptFormat()).isEqualTo("chatml");
        assertThat(description.contextLength()).isEqualTo(TinyLlama.PLAIN.context());
        assertThat(description.vocabulary()).isEqualTo(TinyVocabulary.tokens().size());
        assertThat(description.weightsSha256()).hasSize(64);
        assertThat(description.engine()).startsWith("onnxruntime 1.");
        assertThat(description.kernel()).isNotBlank();
    }

    @Test
    void aContextThatWouldNeedMoreMemoryThanOneAnswerMayTakeCountsAsShorter() throws IOException {
        var almostAll = new Decoding(0, 1, 0, 99, 0, List.of());
        var perToken = TinyLlama.PLAIN.cacheBytes();
        try (var small = Llama.open(weights, folder.resolve("cache"), 100 * perToken, _ -> {})) {
            assertThat(small.describe().contextLength()).isEqualTo(100);
            assertThatThrownBy(() -> small.generate(QUESTION, almostAll, (_, _) -> {}, new Cancellation()))
                    .isInstanceOf(PromptTooLong.class)
                    .hasMessageContaining("with room for the answer, the model takes 1.");
        }
    }

    @Test
    void convertsOnceMoreWhatWasDamagedMeanwhile() throws IOException {
        var other = TinyLlama.of(2).write(folder.resolve("other.gguf"));
        var cache = folder.resolve("damaged");
        Llama.open(other, cache).close();
        try (var files = Files.walk(cache)) {
            for (var file : files.filter(path -> path.endsWith("model.data")).toList()) {
                Files.write(file, new byte[3]);
            }
        }

        Llama.open(other, cache).close();
    }

    @Test
    void refusesWeightsThatAreNotThere() {
        assertThatThrownBy(() -> Llama.open(folder.resolve("none.gguf"), folder))
                .isInstanceOf(UnusableWeights.class)
                .hasMessageContaining("none.gguf");
        assertThatThrownBy(() -> Llama.open(Files.createDirectory(folder.resolve("empty")), folder))
                .isInstanceOf(UnusableWeights.class)
                .hasMessageContaining("no model.onnx");
    }
}
