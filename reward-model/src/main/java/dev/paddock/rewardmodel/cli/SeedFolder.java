package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.FileTrouble;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for pairs from elsewhere, to begin with where there are few of one's own. */
final class SeedFolder {

    @Option(
            names = "--seed",
            description =
                    "a folder with HH-RLHF files (helpful*.jsonl.gz, harmless*.jsonl.gz), whose pairs are mixed in below 500"
                            + " of your own; by default none, as in the platform")
    private @Nullable Path folder;

    /** @throws IllegalArgumentException naming the option, where the folder has no pairs of that kind */
    SeedPairs pairs(ModelKind kind) {
        if (folder == null) {
            return SeedPairs.NONE;
        }
        try {
            SeedPairs.require(folder);
            var pairs = SeedPairs.read(folder, kind);
            if (pairs.pairs().isEmpty()) {
                throw new IllegalArgumentException(folder + " holds no HH-RLHF file for " + kind.label());
            }
            return pairs;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--seed: " + wrong.getMessage(), wrong);
        } catch (IOException unread) {
            throw new IllegalArgumentException("--seed " + folder + ": " + FileTrouble.words(unread), unread);
        }
    }
}
