package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Files that a small archive unpacks to, and that would be read whole. */
class BundleSizesTest {

    private static final byte[] CARD = "# Foreign".getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path sound() throws IOException {
        return new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR)
                .with("card.md", CARD)
                .write(folder, ForeignWorld::pair);
    }

    @Test
    void takesACardForPeopleOfOneMegabyte() throws IOException {
        grow(sound(), "card.md", 1 << 20);
        Bundle.open(folder, ExecutionProviders.cpu()).close();
    }

    @Test
    void refusesACardForPeopleThatNobodyReadsToItsEnd() throws IOException {
        grow(sound(), "card.md", (1 << 20) + 1);
        assertRefused("its card.md is larger than 1048576 bytes");
    }

    @Test
    void refusesACardForPeopleThatCouldBeChangedUnseen() throws IOException {
        var json = card(sound());
        ((ObjectNode) json.get("files")).remove("card.md");
        Files.writeString(folder.resolve("reward-model.json"), json.toString());
        assertRefused("reward-model.json lists no SHA-256 for card.md");
    }

    @Test
    void refusesATokenizerLargerThanAnyIs() throws IOException {
        grow(sound(), "tokenizer.json", 100 * 1024 * 1024 + 1);
        assertRefused("its tokenizer.json is larger than 104857600 bytes");
    }

    private ObjectNode card(Path bundle) throws IOException {
        return (ObjectNode) Bundle.JSON.readTree(Files.readString(bundle.resolve("reward-model.json")));
    }

    /** To this length, with a hash that fits. */
    private void grow(Path bundle, String name, long bytes) throws IOException {
        try (var file = new RandomAccessFile(bundle.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        }
        var json = card(bundle);
        ((ObjectNode) json.get("files")).put(name, Sha256.of(bundle.resolve(name)));
        Files.writeString(bundle.resolve("reward-model.json"), json.toString());
    }

    private void assertRefused(String reason) {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(folder, ExecutionProviders.cpu()).close())
                .withMessageContaining(reason);
    }
}
