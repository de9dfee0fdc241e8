package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar's own libraries, unpacked elsewhere, are the installed ones. */
@Timeout(60)
class InstalledRuntimeTest {

    private static final String PLATFORM =
            "linux-" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void onLinux() {
        assumeTrue(
                Files.exists(Path.of("/proc/self/maps")), "skipped: what a process has loaded is seen on Linux only");
    }

    @Test
    void takesTheLibrariesOfTheFolderAndNoOthers() throws Exception {
        unpack("libonnxruntime.so");
        unpack("libonnxruntime4j_jni.so");

        assertThat(EnvironmentTest.said(Loads.class, folder.toString()).lines())
                .filteredOn(line -> line.startsWith("loaded "))
                .containsExactlyInAnyOrder(
                        "loaded " + folder.resolve("libonnxruntime.so"),
                        "loaded " + folder.resolve("libonnxruntime4j_jni.so"));
    }

    @Test
    void takesOneThatWasInstalledWithoutABindingForJava() throws Exception {
        unpack("libonnxruntime.so");

        assertThat(EnvironmentTest.said(Loads.class, folder.toString()).lines())
                .filteredOn(line -> line.startsWith("loaded "))
                .hasSize(2)
                .contains("loaded " + folder.resolve("libonnxruntime.so"))
                .anyMatch(line -> line.endsWith("libonnxruntime4j_jni.so"));
    }

    @Test
    void refusesAnotherVersion() throws Exception {
        var library = unpack("libonnxruntime.so");
        var bytes = new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1);
        Files.writeString(
                library, bytes.replace("\0" + needed() + "\0", "\0" + "1.20.9" + "\0"), StandardCharsets.ISO_8859_1);

        assertThat(EnvironmentTest.said(Refused.class, folder.toString()))
                .contains(library + " is ONNX Runtime 1.20.9. Install " + needed());
    }

    @Test
    void refusesAFolderWithoutTheLibrary() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalledRuntime.use(folder))
                .withMessageContaining("There is no libonnxruntime.so in " + folder);
    }

    @Test
    void refusesWhatIsNoLibrary() throws IOException {
        Files.writeString(folder.resolve("libonnxruntime.so"), "no library");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalledRuntime.use(folder))
                .withMessageContaining("libonnxruntime.so cannot be loaded");
    }

    private Path unpack(String library) throws IOException {
        try (var content = OrtEnvironment.class.getResourceAsStream("native/" + PLATFORM + "/" + library)) {
            Files.copy(Objects.requireNonNull(content), folder.resolve(library));
        }
        return folder.resolve(library);
    }

    private static String needed() {
        return Objects.requireNonNull(OrtEnvironment.class.getPackage().getImplementationVersion());
    }

    static final class Loads {

        public static void main(String[] arguments) throws IOException {
            InstalledRuntime.use(Path.of(arguments[0]));
            Environment.get();
            Files.readAllLines(Path.of("/proc/self/maps")).stream()
                    .filter(line -> line.contains("libonnxruntime"))
                    .map(line -> "loaded " + line.substring(line.indexOf('/')))
                    .distinct()
                    .forEach(System.out::println);
        }
    }

    static final class Refused {

        public static void main(String[] arguments) {
            try {
                InstalledRuntime.use(Path.of(arguments[0]));
            } catch (IllegalArgumentException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
