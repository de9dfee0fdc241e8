package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.bundles.TinyModels;
import dev.paddock.rewardmodel.onnx.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest conversation of all, which may take a minute, is not tried before the first line. */
class UntriedModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void load() {
        NativeLibraries.load();
    }

    @Test
    void oneThatBreaksOnItScoresShorterOnes() throws IOException {
        var model = TinyModels.brokenBeyondTokens(Files.createDirectory(folder.resolve("placed")), 60);
        var lines = Files.write(
                folder.resolve("lines.jsonl"),
                List.of(
                        "{\"id\":1,\"messages\":[{\"role\":\"user\",\"content\":\"one\"},{\"role\":\"assistant\",\"content\":\"two\"}]}"));

        var ran = Ran.of("score", "--model", model.toString(), lines.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("\"id\":1", "\"score\"");
    }
}
