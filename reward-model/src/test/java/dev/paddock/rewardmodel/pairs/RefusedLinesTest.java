package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.paddock.rewardmodel.Logged;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Of a folder's files the lines that are no pair are told in the log: else nobody knows how little was learnt from. */
class RefusedLinesTest {

    private static final String PAIR =
            "{\"chosen\": \"\\n\\nHuman: Tea?\\n\\nAssistant: Yes.\", \"rejected\": \"\\n\\nHuman: Tea?\\n\\nAssistant: No.\"}";

    @RegisterExtension
    final Logged logged = Logged.by(TrainingSet.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void file(String name, String... lines) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void howManyTheyAreAndWhatIsWrongWithTheFirst() throws IOException {
        file("helpful-a.jsonl.gz", PAIR, "{\"chosen\": \"Tea.\"}", "tea");
        file("helpful-b.jsonl.gz", PAIR.replace("Tea", "Milk"));

        assertThat(SeedPairs.read(folder, ModelKind.HELPFULNESS).pairs()).hasSize(2);

        assertThat(logged.events())
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .startsWith("Of helpful-a.jsonl.gz 2 lines are no pairs and are left out; the first, line 2: ");
    }
}
