package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The trainer's own tests that need no PyTorch, by the Python of this machine. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TrainerUnitTest {

    private record Ran(int code, String said) {}

    @Test
    void pass() throws Exception {
        var ran = ran("python3", "-B", "-m", "unittest", "discover", "tests");

        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(ran.said()).containsPattern("Ran [1-9][0-9]+ tests");
    }

    private static Ran ran(String... command) throws InterruptedException, IOException {
        var builder = new ProcessBuilder(command).directory(Path.of("trainer").toFile());
        var process = started(builder.redirectErrorStream(true));
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException none) {
            return abort("Skipped: there is no python3 on the PATH.");
        }
    }
}
