package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HhRlhfTest {

    private static final String PROMPT =
            "\\n\\nHuman: Tea or coffee?\\n\\nAssistant: Tea.\\n\\nHuman: Why?\\n\\nAssistant: ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void splitsAtTheLastAnswer() throws IOException {
        var reading = read(line(PROMPT + "It is calmer.", PROMPT + "No idea."));
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.prompt())
                    .containsExactly(Message.user("Tea or coffee?"), Message.assistant("Tea."), Message.user("Why?"));
            assertThat(pair.chosen()).isEqualTo("It is calmer.");
            assertThat(pair.rejected()).isEqualTo("No idea.");
            assertThat(pair.root()).isEqualTo("tea or coffee?");
            assertThat(pair.source()).isEqualTo("pairs.jsonl.gz");
        });
    }

    @Test
    void namesTheLinesThatAreNoPairAndKeepsTheOthers() throws IOException {
        var reading = read(
                line(PROMPT + "Yes.", PROMPT + "No."),
                line(PROMPT + "Yes.", PROMPT.replace("Tea or", "Milk or") + "No."),
                "{\"chosen\": ",
                "{\"chosen\": \"\\n\\nHuman: a\\n\\nAssistant: b\"}",
                line("\\n\\nHuman: a", "\\n\\nHuman: a"),
                line(PROMPT + "Same.", PROMPT + "Same."),
                line(PROMPT + "Sure.", PROMPT + "No."));
        assertThat(reading.pairs()).hasSize(2);
        assertThat(reading.refused()).extracting(HhRlhf.RefusedLine::line).containsExactly(2, 3, 4, 5, 6);
        assertThat(reading.refused().getFirst().reason()).contains("prompts of its two transcripts differ");
    }

    @Test
    void countsARepeatedPairOnce() throws IOException {
        var line = line(PROMPT + "Yes.", PROMPT + "No.");
        assertThat(read(line, line).pairs()).hasSize(1);
    }

    private static String line(String chosen, String rejected) {
        return "{\"chosen\": \"" + chosen + "\", \"rejected\": \"" + rejected + "\"}";
    }

    private HhRlhf.Reading read(String... lines) throws IOException {
        var file = folder.resolve("pairs.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return HhRlhf.read(file);
    }
}
