package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Questions;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training with few comparisons of its own learns from the folder of pairs beside them. */
class SeedMixedInTest extends MeasuredWorld {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void write(List<String> questions) throws IOException {
        var file = folder.resolve("helpful-base.jsonl.gz");
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (var question : questions) {
                out.write(
                        "{\"chosen\": \"\\n\\nHuman: %1$s\\n\\nAssistant: A carp.\", \"rejected\": \"\\n\\nHuman: %1$s\\n\\nAssistant: No idea.\"}\n"
                                .formatted(question));
            }
        }
    }

    @Test
    void butForWhatIsHeldOut() throws IOException {
        var learnt = Questions.learntFrom("Which fish is number", 2);
        var heldOut = Questions.heldOut("Which fish is number", 1);
        write(Stream.concat(learnt.stream(), heldOut.stream()).toList());
        serves(String::length);
        var asked = start();

        withPairsFrom(folder).work();

        assertThat(report(trainings.get(olive, asked.id())).seedPairs()).isEqualTo(2);
    }
}
