package dev.paddock.rewardmodel.llama.conversion;

import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.llama.gguf.Gguf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.DoubleConsumer;

/** Converts a GGUF file into a model directory below a cache, once: the next start finds it by the file's checksum. */
public final class Conversion {

    /** Part of a directory's name. To be raised with any change to what is written. */
    private static final int VERSION = 1;

    /** Two threads of one program may not ask for the same file lock. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path source;
    private final Path target;
    private final String checksum;

    private Conversion(Path source, Path cache, String checksum) {
        this.source = source;
        this.checksum = checksum;
        this.target = cache.resolve("%s-v%d".formatted(checksum.substring(0, 16), VERSION));
    }

    /**
     * The directory for {@code gguf}, made now if it is not there yet. A run that is broken off leaves nothing that a later one would
     * take for whole.
     *
     * @param checksum SHA-256 of the file in hexadecimal
     * @param progress is told the fraction done, 0 to 1; never called when the directory is there
     */
    public static Path of(Path gguf, Path cache, String checksum, DoubleConsumer progress) throws IOException {
        return new Conversion(gguf, cache, checksum).made(false, progress);
    }

    /** The same, where the directory turned out to be damaged: it is made anew. */
    public static Path again(Path gguf, Path cache, String checksum, DoubleConsumer progress) throws IOException {
        return new Conversion(gguf, cache, checksum).made(true, progress);
    }

    private Path made(boolean anew, DoubleConsumer progress) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        synchronized (ONE_AT_A_TIME) {
            return lockedAndMade(anew, progress);
        }
    }

    private Path lockedAndMade(boolean anew, DoubleConsumer progress) throws IOException {
        var lock = target.resolveSibling(target.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && anew) {
                Durable.delete(target);
            }
            if (!Files.exists(target)) {
                make(progress);
            }
            return target;
        }
    }

    private void make(DoubleConsumer progress) throws IOException {
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Durable.delete(unfinished);
        try {
            Files.createDirectory(unfinished);
            write(unfinished, progress);
            Durable.move(unfinished, target);
        } catch (UncheckedIOException e) {
            throw new IOException("Converting %s failed: %s".formatted(source, e.getMessage()), e);
        } finally {
            Durable.delete(unfinished);
        }
    }

    private void write(Path directory, DoubleConsumer progress) throws IOException {
        try (var gguf = Gguf.open(source);
                var weights = new WeightFile(directory.resolve("model.data"))) {
            var shape = LlamaShape.of(gguf);
            var files = new ModelFiles(gguf, shape, checksum);
            Files.writeString(directory.resolve("tokenizer.json"), files.tokenizer());
            Files.writeString(directory.resolve("tokenizer_config.json"), files.tokenizerConfig());
            Files.writeString(directory.resolve("config.json"), files.config());
            Files.write(directory.resolve("model.onnx"), new LlamaGraph(gguf, shape, weights).build(progress));
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
            throw new UnusableWeights("%s is damaged: %s".formatted(source, e.getMessage()), e);
        }
    }
}
