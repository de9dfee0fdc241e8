package dev.paddock.rewardmodel.pairs;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real preference data that lies beside the repository and is no part of it. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        var folder = Path.of(System.getProperty("paddock.root", ".."), "..", "shared", "data", name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no ../shared/data");
        return folder;
    }
}
