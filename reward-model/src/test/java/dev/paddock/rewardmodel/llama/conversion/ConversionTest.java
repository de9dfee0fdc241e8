package dev.paddock.rewardmodel.llama.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.llama.TinyLlama;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionTest {

    private static final String CHECKSUM = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private final List<Double> progress = new ArrayList<>();

    private Path convert(byte[] gguf) throws IOException {
        var path = Files.write(folder.resolve("tiny.gguf"), gguf);
        return Conversion.of(path, folder.resolve("cache"), CHECKSUM, progress::add);
    }

    private static byte[] tiny() {
        return TinyLlama.of(2).gguf().bytes();
    }

    private List<String> cached() throws IOException {
        try (var files = Files.list(folder.resolve("cache"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void convertsAFileOnce() throws IOException {
        var made = convert(tiny());
        assertThat(progress).isSorted().endsWith(1.0);
        progress.clear();

        assertThat(convert(tiny())).isEqualTo(made);
        assertThat(progress).isEmpty();
        assertThat(made).isDirectoryContaining("glob:**model.onnx").isDirectoryContaining("glob:**tokenizer.json");
    }

    @Test
    void replacesWhatARunThatWasKilledLeftBehind() throws IOException {
        var unfinished = folder.resolve("cache/0123456789abcdef-v1.unfinished");
        Files.writeString(Files.createDirectories(unfinished).resolve("model.data"), "half");

        assertThat(Files.size(convert(tiny()).resolve("model.data"))).isGreaterThan(1000);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void leavesNothingBehindWhenTheFileIsNoUsableLlama() throws IOException {
        var odd = TinyLlama.of(2)
                .gguf()
                .tensor("blk.0.attn_q.bias", 0, new byte[256], 64)
                .bytes();
        assertThatThrownBy(() -> convert(odd))
                .isInstanceOf(UnusableWeights.class)
                .hasMessage("tiny.gguf has 1 tensors that a Llama does not, 'blk.0.attn_q.bias' for one.");
        assertThat(cached()).containsExactly("0123456789abcdef-v1.lock");
    }

    @Test
    void refusesAnotherArchitecture() {
        var falcon =
                TinyLlama.of(2).gguf().set("general.architecture", "falcon").bytes();
        assertThatThrownBy(() -> convert(falcon)).hasMessageContaining("'falcon'; only 'llama' runs here");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        for (var setting : List.of("llama.block_count", "llama.attention.head_count", "llama.embedding_length")) {
            var odd = TinyLlama.of(2).gguf().set(setting, 0).bytes();
            assertThatThrownBy(() -> convert(odd))
                    .isInstanceOf(UnusableWeights.class)
                    .hasMessageContaining(setting);
        }
        var wide = TinyLlama.of(2).gguf().set("llama.embedding_length", 96).bytes();
        assertThatThrownBy(() -> convert(wide)).isInstanceOf(UnusableWeights.class);
        var distant =
                TinyLlama.of(2).gguf().set("llama.context_length", 1 << 21).bytes();
        assertThatThrownBy(() -> convert(distant))
                .hasMessage("tiny.gguf has a context of 2097152 tokens, 1048576 at most run here.");
        var deep = TinyLlama.of(2).gguf().set("llama.block_count", 3).bytes();
        assertThatThrownBy(() -> convert(deep)).hasMessageContaining("lacks tensor 'blk.2.");
    }
}
