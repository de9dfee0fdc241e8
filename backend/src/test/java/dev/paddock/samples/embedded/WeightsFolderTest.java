package dev.paddock.samples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFolderTest {

    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }

    @Test
    void takesTheStarterWhereThereIsNothingElse() throws IOException {
        assertThat(new WeightsFolder(folder.resolve("none")).choose()).isEmpty();
        assertThat(new WeightsFolder(folder).choose()).isEmpty();

        var starter = file(WeightsFolder.STARTER);

        assertThat(new WeightsFolder(folder).choose()).contains(starter);
    }

    @Test
    void takesWhatSomebodyPutThereRatherThanTheStarter() throws IOException {
        file(WeightsFolder.STARTER);
        var own = file("TinyLlama.gguf");
        file("notes.txt");

        assertThat(new WeightsFolder(folder).choose()).contains(own);
    }
}
