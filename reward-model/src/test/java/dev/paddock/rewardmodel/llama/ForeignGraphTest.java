package dev.paddock.rewardmodel.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.UnusableWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory as others export it: without our mark, so that the cache is passed back and forth. */
class ForeignGraphTest {

    private static final List<Message> QUESTION = List.of(Message.user("the llama"));
    private static final Decoding DECODING = new Decoding(1, 1, 0, 40, 3, List.of());

    @TempDir
    Path folder;

    private Path foreign;
    private Completion expected;

    @BeforeEach
    void export() throws IOException {
        var tiny = TinyLlama.PLAIN.write(folder.resolve("tiny.gguf"));
        try (var ours = Llama.open(tiny, folder.resolve("cache"))) {
            expected = answer(ours);
        }
        foreign = folder.resolve("foreign");
        Files.createDirectories(foreign.resolve("onnx"));
        try (var directories = Files.newDirectoryStream(folder.resolve("cache"), Files::isDirectory)) {
            copy(directories.iterator().next());
        }
    }

    private static Completion answer(Llama llama) {
        return llama.generate(QUESTION, DECODING, (text, logProbability) -> {}, new Cancellation());
    }

    private void copy(Path converted) throws IOException {
        var graph = ModelProto.parseFrom(Files.readAllBytes(converted.resolve("model.onnx")));
        Files.write(
                foreign.resolve("onnx/model.onnx"),
                graph.toBuilder().clearMetadataProps().build().toByteArray());
        Files.copy(converted.resolve("model.data"), foreign.resolve("onnx/model.data"));
        for (var file : List.of("config.json", "tokenizer.json", "tokenizer_config.json")) {
            Files.writeString(
                    foreign.resolve(file),
                    Files.readString(converted.resolve(file)).replaceAll(",\"paddock_weights_sha256\":\"\\w+\"", ""));
        }
    }

    @Test
    void runsWithACacheThatIsPassedBack() throws IOException {
        try (var llama = Llama.open(foreign, folder)) {
            assertThat(answer(llama)).isEqualTo(expected);
            assertThat(llama.describe().weightsSha256()).hasSize(64);
        }
    }

    @Test
    void takesTheChatTemplateFromAFileOfItsOwn() throws IOException {
        Files.writeString(foreign.resolve("chat_template.jinja"), "{{ messages[0].content }}");
        try (var llama = Llama.open(foreign, folder)) {
            assertThat(llama.render(QUESTION)).isEqualTo("the llama");
        }
    }

    @Test
    void refusesAFormatWhoseMarksTheVocabularyLacks() throws IOException {
        Files.writeString(foreign.resolve("chat_template.jinja"), "<|start_header_id|>");
        assertThatThrownBy(() -> Llama.open(foreign, folder))
                .isInstanceOf(UnusableWeights.class)
                .hasMessageContaining("<|begin_of_text|>");
    }

    @Test
    void namesTheFileThatIsMissingOrBroken() throws IOException {
        Files.writeString(foreign.resolve("config.json"), "{");
        assertThatThrownBy(() -> Llama.open(foreign, folder)).hasMessageContaining("config.json is not JSON");
        Files.delete(foreign.resolve("config.json"));
        assertThatThrownBy(() -> Llama.open(foreign, folder)).hasMessageContaining("config.json is missing");
    }

    @Test
    void refusesAGraphThatIsCutOff() throws IOException {
        var graph = foreign.resolve("onnx/model.onnx");
        var whole = Files.readAllBytes(graph);
        Files.write(graph, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Llama.open(foreign, folder)).isInstanceOf(UnusableWeights.class);
    }
}
