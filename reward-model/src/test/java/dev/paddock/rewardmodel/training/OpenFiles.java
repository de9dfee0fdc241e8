package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has open, where the system tells: Linux does. */
public final class OpenFiles {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {}

    public static boolean has(Path file) throws IOException {
        assumeThat(DESCRIPTORS).isDirectory();
        try (var open = Files.newDirectoryStream(DESCRIPTORS)) {
            for (var descriptor : open) {
                // The one that lists them is gone by then.
                if (Files.exists(descriptor) && Files.isSameFile(descriptor, file)) {
                    return true;
                }
            }
        }
        return false;
    }
}
