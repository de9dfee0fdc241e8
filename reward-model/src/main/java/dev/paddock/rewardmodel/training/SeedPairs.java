package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Preference pairs from elsewhere, to begin with where there are few of one's own. */
public final class SeedPairs {

    private SeedPairs() {}

    /** All pairs of the HH-RLHF files of a folder ({@code helpful*.jsonl.gz} or {@code harmless*.jsonl.gz}), without repetitions. */
    public static List<PreferencePair> read(Path folder, ModelKind kind) throws IOException {
        return TrainingSet.read(folder, kind).pairs();
    }
}
