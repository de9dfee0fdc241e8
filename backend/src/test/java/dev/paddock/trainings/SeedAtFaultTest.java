package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Logged;
import dev.paddock.shared.JobState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A folder of pairs that was good when Paddock started, or only looked so. */
class SeedAtFaultTest extends MeasuredWorld {

    @RegisterExtension
    final Logged logged = Logged.by(TrainingWorker.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void itLooksGood() throws IOException {
        file = Files.createFile(folder.resolve("helpful-base.jsonl.gz"));
        new TrainingSettings(folder.toString()).requireSeed();
        serves(String::length);
    }

    private void namesTheSettingAndNotTheFolder() {
        var asked = start();

        withPairsFrom(folder).work();

        var training = trainings.get(olive, asked.id());
        assertThat(training.state()).isEqualTo(JobState.FAILED);
        assertThat(training.failure()).contains("paddock.reward.seed").doesNotContain(folder.toString());
    }

    @Test
    void whereItIsEmptyByNowTheTrainingSaysSo() throws IOException {
        Files.delete(file);

        namesTheSettingAndNotTheFolder();
    }

    @Test
    void whereItsFileIsBrokenTheTrainingSaysSoAndTheLogWhichItIs() {
        namesTheSettingAndNotTheFolder();

        assertThat(logged.events())
                .singleElement()
                .extracting(event -> event.getThrowableProxy().getMessage())
                .asString()
                .contains(file + ": it ends too early");
    }

    @Test
    void whereItsFileHoldsOtherThingsTheTrainingSaysSo() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write("{\"question\": \"Why?\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, zipped.toByteArray());

        namesTheSettingAndNotTheFolder();
    }
}
