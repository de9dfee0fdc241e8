package dev.paddock.samples.embedded;

import dev.paddock.rewardmodel.llama.Llama;
import dev.paddock.rewardmodel.llama.TinyLlama;
import dev.paddock.samples.generation.TextGenerator;
import dev.paddock.samples.generation.TextGeneratorContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by a real decoder with random weights. */
class EmbeddedGeneratorTest extends TextGeneratorContract {

    @TempDir
    static Path folder;

    // Not closed: a cancelled answer may still be at its last token.
    static Llama llama;

    @BeforeAll
    static void open() throws IOException {
        llama = Llama.open(TinyLlama.slow().write(folder.resolve("slow.gguf")), folder.resolve("converted"));
    }

    @Override
    protected TextGenerator generator() {
        return new EmbeddedGenerator(llama, 1024);
    }
}
