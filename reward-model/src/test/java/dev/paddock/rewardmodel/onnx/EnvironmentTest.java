package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EnvironmentTest {

    @Test
    @Timeout(60)
    void startsInAProcessWithALongCommandLine() throws Exception {
        said(Starts.class, "/a/long/path.jar:".repeat(3_000));
    }

    @Test
    @Timeout(60)
    void goesOnWhereNoSecondHoldCanBeTaken() throws Exception {
        assertThat(said(HoldsNothing.class)).containsOnlyOnce("Stopping while a model computes may");
    }

    static String said(Class<?> main, String... arguments) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();

        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** No library is loaded, so the function to call is not found. */
    static final class HoldsNothing {

        public static void main(String[] arguments) {
            EnvironmentHold.takeIfPossible();
        }
    }

    static final class Starts {

        public static void main(String[] arguments) {
            Environment.get();
        }
    }
}
