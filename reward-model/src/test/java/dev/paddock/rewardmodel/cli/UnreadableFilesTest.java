package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be read is named, and what is wrong with it is said. */
class UnreadableFilesTest {

    @TempDir
    static Path cache;

    private static void told(String command, Path file, String why) {
        var ran = command.equals("train")
                ? Ran.of(command, "--kind", "helpfulness", "--out", cache.toString(), file.toString())
                : Ran.of(command, "--model", "helpfulness", "--cache", cache.toString(), file.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err().strip()).isEqualTo(file + why);
    }

    @Test
    void oneThatIsNotThere() {
        var missing = cache.resolve("missing.jsonl");

        told("score", missing, ": there is no such file.");
        told("evaluate", missing, ": there is no such file.");
    }

    @Test
    void aFolder() {
        told("score", cache, ": it is a folder, not a file of JSON lines.");
        told("evaluate", cache, ": it is a folder, not a file of JSON lines.");
    }
}
