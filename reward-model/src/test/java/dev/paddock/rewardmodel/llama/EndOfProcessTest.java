package dev.paddock.rewardmodel.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.llama.conversion.Conversion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EndOfProcessTest {

    private static final int EXIT_CODE = 7;

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void aProcessEndsAsAskedWhileAnswersAreGenerated() throws Exception {
        endsAsAsked(Busy.class);
    }

    @Test
    @Timeout(60)
    void aProcessEndsAsAskedWhileAModelIsOpened() throws Exception {
        endsAsAsked(Opening.class);
    }

    private void endsAsAsked(Class<?> main) throws Exception {
        // Quantised (Q4_1): ONNX Runtime then goes through its environment at every step.
        var weights = TinyLlama.slow().withType(3).write(folder.resolve("slow.gguf"));
        var said = folder.resolve("said.txt");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        weights.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // What is freed is overwritten at once (glibc), so that using it afterwards shows every time.
        builder.environment().put("MALLOC_PERTURB_", "165");
        var process = builder.start();

        assertThat(process.waitFor())
                .as(Files.readString(said, StandardCharsets.UTF_8))
                .isEqualTo(EXIT_CODE);
    }

    /** Two answers are under way; a hook takes its time, as the one that stops PostgreSQL does. */
    static final class Busy {

        public static void main(String[] arguments) throws Exception {
            var weights = Path.of(arguments[0]);
            var llama = Llama.open(weights, weights.resolveSibling("converted"));
            var underWay = new CountDownLatch(2);
            for (var stream = 0; stream < 2; stream++) {
                Thread.ofPlatform().daemon().start(() -> generate(llama, underWay));
            }
            underWay.await();
            Runtime.getRuntime().addShutdownHook(new Thread(EndOfProcessTest::takeTime));
            System.exit(EXIT_CODE);
        }

        private static void generate(Llama llama, CountDownLatch underWay) {
            while (true) {
                llama.generate(
                        List.of(Message.user("Tell me a story.")),
                        new Decoding(1, 1, 0, 4_000, 1, List.of()),
                        (text, logProbability) -> underWay.countDown(),
                        new Cancellation());
            }
        }
    }

    /** One graph after another is opened on the thread that does this in Paddock. */
    static final class Opening {

        public static void main(String[] arguments) throws Exception {
            var weights = Path.of(arguments[0]);
            var checksum = Sha256.of(weights);
            var graph = Conversion.of(weights, weights.resolveSibling("converted"), checksum, _ -> {})
                    .resolve("model.onnx");
            var underWay = new CountDownLatch(2);
            ModelLoading.later(() -> open(graph, underWay));
            underWay.await();
            Runtime.getRuntime().addShutdownHook(new Thread(EndOfProcessTest::takeTime));
            System.exit(EXIT_CODE);
        }

        private static void open(Path graph, CountDownLatch underWay) {
            while (true) {
                Decoder.open(graph).close();
                underWay.countDown();
            }
        }
    }

    private static void takeTime() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
