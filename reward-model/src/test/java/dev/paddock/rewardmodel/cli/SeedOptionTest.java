package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} with few pairs of one's own, and a folder of others beside them. */
class SeedOptionTest {

    @TempDir
    static Path cache;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path seed;

    @BeforeEach
    void write() throws IOException {
        seed = Files.createDirectory(folder.resolve("seed"));
        var file = Files.newOutputStream(seed.resolve("helpful-base.jsonl.gz"));
        try (var out = new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8)) {
            for (var fish : List.of("carp", "pike")) {
                out.write(strings("Which fish is a " + fish + "?", "One of the lake.", "No idea.") + "\n");
            }
        }
    }

    /** As HH-RLHF and {@code format=hh} have them. */
    private static String strings(String question, String chosen, String rejected) {
        var asked = "\\n\\nHuman: " + question + "\\n\\nAssistant: ";
        return "{\"chosen\":\"" + asked + chosen + "\",\"rejected\":\"" + asked + rejected + "\"}";
    }

    private Ran trained(String kind, Path seed) throws IOException {
        var own = IntStream.range(0, 30)
                .mapToObj(i -> strings("Subject " + i + "?", "A fish, a dish!", "Please consult the source."))
                .toList();
        return Ran.of(
                "train",
                "--kind",
                kind,
                "--seed",
                seed.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--cache",
                cache.toString(),
                Files.write(folder.resolve("own.jsonl"), own).toString());
    }

    @Test
    void itsPairsAreMixedIn() throws IOException {
        var ran = trained("helpfulness", seed);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).containsPattern("\"seedPairs\" : 2\\b");
    }

    @Test
    void aFolderWithoutAFileOfTheKindIsRefused() throws IOException {
        var ran = trained("safety", seed);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("--seed: " + seed + " holds no HH-RLHF file for safety");
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        var ran = trained("helpfulness", folder.resolve("missing"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("--seed: There is no folder " + folder.resolve("missing"));
    }

    @Test
    void aFileThatIsBrokenIsNamed() throws IOException {
        var broken = Files.writeString(seed.resolve("helpful-online.jsonl.gz"), "not zipped at all");

        var ran = trained("helpfulness", seed);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("--seed " + seed + ": " + broken + ": Not in GZIP format");
    }
}
