package dev.paddock.samples.openai;

import dev.paddock.rewardmodel.llama.Llama;
import dev.paddock.rewardmodel.llama.TinyLlama;
import dev.paddock.samples.embedded.EmbeddedGenerator;
import dev.paddock.samples.generation.TextGenerator;
import dev.paddock.samples.generation.TextGeneratorContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract over HTTP, with a real decoder behind it; against any other server of the protocol with
 * {@code -Dpaddock.test.server=http://127.0.0.1:8080/v1}.
 */
class EmbeddedBehindServerTest extends TextGeneratorContract {

    @TempDir
    static Path folder;

    static LoopbackServer server;

    @BeforeAll
    static void open() throws IOException {
        var llama = Llama.open(TinyLlama.slow().write(folder.resolve("slow.gguf")), folder.resolve("converted"));
        server = new LoopbackServer(new EmbeddedGenerator(llama, 8192));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Override
    protected TextGenerator generator() {
        var base = Optional.ofNullable(System.getProperty("paddock.test.server"))
                .map(URI::create)
                .orElse(server.base());
        var there = new Server("server", () -> base, Optional::empty, "any", "", 1024);
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        return new OpenAiGenerator(there, Patience.USUAL, OpenAiGenerator.client(Patience.USUAL), clock);
    }
}
