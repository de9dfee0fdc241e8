package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Preference pairs from elsewhere, to begin with where there are few of one's own.
 *
 * @param hashes SHA-256 in hex of each file that they are from, by name
 */
public record SeedPairs(List<PreferencePair> pairs, Map<String, String> hashes) {

    public static final SeedPairs NONE = new SeedPairs(List.of(), Map.of());

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
     * tells of lines that are none; {@link #NONE} where the folder has no file of that kind.
     */
    public static SeedPairs read(Path folder, ModelKind kind) throws IOException {
        if (TrainingSet.files(folder, kind).isEmpty()) {
            return NONE;
        }
        var set = TrainingSet.read(folder, kind);
        return new SeedPairs(set.pairs(), set.hashes());
    }

    /** Those that may be trained on. */
    public SeedPairs learnable() {
        return new SeedPairs(
                pairs.stream().filter(pair -> !HoldOut.contains(pair.root())).toList(), hashes);
    }
}
