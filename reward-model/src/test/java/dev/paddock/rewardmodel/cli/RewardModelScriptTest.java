package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/reward-model} in a fresh checkout, with a JDK and a Maven that only say what they were called with. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RewardModelScriptTest {

    private static final Path BIN = Path.of("..", "bin");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Files.createDirectory(folder.resolve("a checkout"));
        Files.createDirectories(checkout.resolve("web/src/main"));
        Files.createDirectory(checkout.resolve("migrations"));
        Files.createFile(checkout.resolve("pom.xml"));
        Files.createFile(checkout.resolve("web/pom.xml"));
        Files.createDirectory(checkout.resolve("bin"));
        for (var script : List.of("jdk", "build", "reward-model")) {
            Files.copy(BIN.resolve(script), checkout.resolve("bin").resolve(script));
        }
        Files.createDirectory(folder.resolve("jdk"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", """
                if [[ $1 == -Djarmode=tools ]]; then
                  mkdir -p "${@: -1}/lib" && cp "$3" "${@: -1}/"
                else
                  printf '%s\\n' "$@"
                fi
                """);
        program("tools/mvn", """
                echo "mvn $*" >&2
                mkdir -p web/target && touch web/target/paddock.jar
                """);
    }

    private void program(String name, String body) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ran ran(String... arguments) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(checkout.resolve("bin/reward-model").toString())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
        var code = builder.start().waitFor();
        return new Ran(code, read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void buildsWhereNothingIsBuiltAndRuns() throws Exception {
        var ran = ran("score", "--model", "safety", "my answers.jsonl");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("mvn -q -DskipTests package");
        assertThat(ran.out().lines())
                .endsWith(RewardModelCommand.class.getName(), "score", "--model", "safety", "my answers.jsonl")
                .anySatisfy(path -> assertThat(path).matches(".*/web/target/paddock[.][A-Za-z0-9]+/lib/[*]"));
    }

    @Test
    void buildsOnce() throws Exception {
        assertThat(ran("--help").err()).contains("mvn");

        assertThat(ran("--help")).satisfies(again -> {
            assertThat(again.code()).isZero();
            assertThat(again.err()).isEmpty();
        });
    }

    @Test
    void buildsAgainWhatHasChanged() throws Exception {
        ran("--help");
        var built = System.currentTimeMillis();
        var source = Files.createFile(checkout.resolve("web/src/main/New.java"));
        assertThat(source.toFile().setLastModified(built + 2_000)).isTrue();

        assertThat(ran("--help").err()).contains("mvn");
    }
}
