package dev.paddock.samples.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the weights to load where nothing says which. */
record WeightsFolder(Path path) {

    static final String STARTER = "SmolLM2-135M-Instruct.Q4_1.gguf";

    /** The starter's file, else the only one there is. */
    Optional<Path> choose() throws IOException {
        var starter = path.resolve(STARTER);
        if (Files.isRegularFile(starter)) {
            return Optional.of(starter);
        }
        var found = usable();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Path> usable() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.filter(WeightsFolder::isUsable).toList();
        }
    }

    private static boolean isUsable(Path file) {
        return file.getFileName().toString().endsWith(".gguf") || Files.isRegularFile(file.resolve("config.json"));
    }
}
