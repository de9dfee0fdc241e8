package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sets a wrong folder learns it at the start, not from trainings that fail. */
class SeedSettingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static void refused(Path seed, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingSettings(seed.toString()).requireSeed())
                .withMessageStartingWith("paddock.reward.seed: ")
                .withMessageContaining(why)
                .withMessageContaining(seed.toString());
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        var other = Files.writeString(folder.resolve("notes.txt"), "no pairs");

        refused(folder.resolve("missing"), "There is no folder");
        refused(other, "There is no folder");
        refused(folder, "holds no HH-RLHF file");
    }
}
