package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Logged;
import dev.paddock.shared.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What leads can do something about is told to them as it is; what only who runs Paddock can, stands in the log. */
class TrainingFaultsTest extends MeasuredWorld {

    @RegisterExtension
    final Logged logged = Logged.by(TrainingWorker.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aFolderOfPairsThatHoldsNoneIsAFault() {
        serves(String::length);
        var asked = start();

        withPairsFrom(folder).work();

        var run = trainings.get(olive, asked.id());
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.failure()).contains("The log says more").doesNotContain(folder.toString());
        assertThat(logged.events())
                .singleElement()
                .satisfies(event -> assertThat(event.getThrowableProxy().getMessage())
                        .contains("holds no HH-RLHF file", folder.toString()));
    }

    /** Of these there is nothing to mix in. */
    @Test
    void aFolderOfPairsOfTheOtherKindIsNone() throws IOException {
        Files.createFile(folder.resolve("harmless-base.jsonl.gz"));
        serves(String::length);
        var asked = start();

        withPairsFrom(folder).work();

        assertThat(report(trainings.get(olive, asked.id())).seedPairs()).isZero();
        assertThat(logged.events()).isEmpty();
    }
}
