package dev.paddock.samples.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the weights to load where nothing says which. */
record WeightsFolder(Path path) {

    static final String STARTER = "SmolLM2-135M-Instruct.Q4_1.gguf";

    /** What somebody put there rather than the starter; the first by name where there are several. */
    Optional<Path> choose() throws IOException {
        var found = usable();
        return found.stream()
                .filter(file -> !file.endsWith(STARTER))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    List<Path> usable() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.filter(WeightsFolder::isUsable).sorted().toList();
        }
    }

    private static boolean isUsable(Path file) {
        return file.getFileName().toString().endsWith(".gguf") || Files.isRegularFile(file.resolve("config.json"));
    }
}
