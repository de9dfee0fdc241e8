package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh checkout with the scripts that build, and a JDK and a Maven that only say what they were called with. */
abstract class ScriptWorld {

    private static final Path BIN = Path.of("..", "bin");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    Path checkout;

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

    final void program(String name, String body) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** As if somebody wrote on it just now. */
    final void changeASource() throws IOException {
        var source = checkout.resolve("web/src/main/New.java");
        Files.deleteIfExists(source);
        Files.createFile(source);
    }

    /** @param name of its output, in the folder */
    final Process start(String name, String script, String... arguments) throws IOException {
        var builder = new ProcessBuilder(checkout.resolve("bin/" + script).toString())
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
        return builder.start();
    }

    final Ran ran(String script, String... arguments) throws IOException, InterruptedException {
        return ended("last", start("last", script, arguments));
    }

    final Ran ended(String name, Process process) throws IOException, InterruptedException {
        var code = process.waitFor();
        return new Ran(code, read(name + ".out"), read(name + ".err"));
    }

    final String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
