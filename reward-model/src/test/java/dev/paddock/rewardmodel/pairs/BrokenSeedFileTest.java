package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.OpenFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file of a folder is broken nobody can guess. */
class BrokenSeedFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path broken;

    @BeforeEach
    void oneOfTwo() throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("helpful-a.jsonl.gz")))) {
            out.write("{}\n{}".getBytes(StandardCharsets.UTF_8));
        }
        broken = Files.writeString(folder.resolve("helpful-b.jsonl.gz"), "not zipped at all");
    }

    private void isNamedWith(String reason) {
        assertThatIOException()
                .isThrownBy(() -> SeedPairs.read(folder, ModelKind.HELPFULNESS))
                .withMessage(broken + ": " + reason);
    }

    @Test
    void itIsNamedWhereItIsNotZipped() {
        isNamedWith("Not in GZIP format");
    }

    @Test
    void itIsNamedWhereItWasCutOff() throws IOException {
        var whole = Files.readAllBytes(folder.resolve("helpful-a.jsonl.gz"));
        Files.write(broken, Arrays.copyOf(whole, whole.length - 9));

        isNamedWith("it ends too early");
    }

    @Test
    void itIsClosed() throws IOException {
        // Some of those that are left open may be collected as garbage meanwhile.
        for (var i = 0; i < 50; i++) {
            assertThatIOException().isThrownBy(() -> HhRlhf.read(broken));
        }

        assertThat(OpenFiles.has(broken)).isFalse();
    }
}
