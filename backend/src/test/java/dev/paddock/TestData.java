package dev.paddock;

import dev.paddock.rewardmodel.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One folder for the data of all tests. The bundles that Paddock brings stay in it, as writing them takes seconds; all others, of 27 MB
 * each, go when the JVM ends whose database knew them.
 */
final class TestData {

    private static final Path FOLDER = Path.of("target/data");

    static {
        // Those of a JVM that was killed.
        removeBundles();
        Runtime.getRuntime().addShutdownHook(new Thread(TestData::removeBundles));
    }

    private TestData() {}

    static Path folder() {
        return FOLDER;
    }

    private static void removeBundles() {
        var bundles = FOLDER.resolve("reward-models");
        if (!Files.isDirectory(bundles)) {
            return;
        }
        try (var left = Files.newDirectoryStream(bundles, "{own-,.}*")) {
            for (var bundle : left) {
                Durable.delete(bundle);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
