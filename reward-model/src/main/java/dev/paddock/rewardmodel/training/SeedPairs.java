package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Preference pairs from elsewhere, to begin with where there are few of one's own. */
public final class SeedPairs {

    private SeedPairs() {}

    /** @throws IllegalArgumentException where there is no such folder, or no such file in it */
    public static void require(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder);
        }
        for (var kind : ModelKind.values()) {
            if (!TrainingSet.files(folder, kind).isEmpty()) {
                return;
            }
        }
        throw new IllegalArgumentException(
                folder + " holds no HH-RLHF file: none is called helpful….jsonl.gz or harmless….jsonl.gz");
    }

    /**
     * All pairs of the HH-RLHF files of a folder ({@code helpful*.jsonl.gz} or {@code harmless*.jsonl.gz}), without repetitions; the log
     * tells of lines that are none.
     */
    public static List<PreferencePair> read(Path folder, ModelKind kind) throws IOException {
        return TrainingSet.read(folder, kind).pairs();
    }
}
