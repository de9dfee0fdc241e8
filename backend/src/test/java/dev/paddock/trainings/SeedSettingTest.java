package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paddock.reward.Candidates;
import dev.paddock.reward.Rewards;
import dev.paddock.shared.Standstills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever sets a wrong folder learns it at the start, not from trainings that fail. */
class SeedSettingTest extends MeasuredWorld {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Autowired
    Selections selections;

    @Autowired
    Rewards measuring;

    @Autowired
    Candidates candidates;

    @Autowired
    Standstills standstills;

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

    @Test
    void oneThatIsGoneByNowIsTheReasonOfTheTraining() throws IOException {
        var file = Files.createFile(folder.resolve("Helpful-base.jsonl.gz"));
        var settings = new TrainingSettings(folder.toString());
        settings.requireSeed();
        var work = new TrainingWork(selections, measuring, candidates, settings, standstills);
        Files.delete(file);
        serves(String::length);
        var run = start();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> work.run(run, (_, _, _) -> {}, _ -> {}))
                .withMessageContaining("paddock.reward.seed: " + folder + " holds no HH-RLHF file");
    }
}
