package dev.paddock.samples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.llama.Llama;
import dev.paddock.rewardmodel.llama.TinyLlama;
import dev.paddock.samples.generation.Health;
import dev.paddock.store.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class EmbeddedModelTest {

    @TempDir
    Path folder;

    @Test
    void saysSoWhenATokenizerIsBroken() throws Exception {
        var exported = exported();
        Files.writeString(
                exported.resolve("tokenizer.json"),
                "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [[\"b\", \"c\"]]},"
                        + " \"pre_tokenizer\": {\"type\": \"ByteLevel\"}}");

        var model = loaded(exported);

        assertThat(model.llama()).isEmpty();
        assertThat(model.health().reason())
                .startsWith("The embedded model cannot be loaded")
                .contains("tokenizer");
    }

    @Test
    void saysSoWhenSomethingUnforeseenHappens() throws Exception {
        var exported = exported();
        Files.writeString(exported.resolve("config.json"), "{\"eos_token_id\": 1e300}");

        var model = loaded(exported);

        assertThat(model.health().reason()).startsWith("The embedded model cannot be loaded");
    }

    @Test
    void isUpWithSoundWeights() throws Exception {
        var model = loaded(exported());

        assertThat(model.health()).isEqualTo(Health.UP);
    }

    /** What a converted model looks like is what an exported one does. */
    private Path exported() throws IOException {
        var cache = folder.resolve("cache");
        Llama.open(TinyLlama.of(2).write(folder.resolve("tiny.gguf")), cache).close();
        try (var files = Files.list(cache)) {
            return files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private EmbeddedModel loaded(Path weights) throws InterruptedException {
        var model = new EmbeddedModel(
                new WeightsSettings(weights, DataSize.ofGigabytes(1)), new DataFolder(folder.resolve("data")));
        model.load();
        var after = new CountDownLatch(1);
        ModelLoading.later(after::countDown);
        assertThat(after.await(30, TimeUnit.SECONDS)).isTrue();
        return model;
    }
}
