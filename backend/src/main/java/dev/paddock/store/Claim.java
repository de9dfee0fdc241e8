package dev.paddock.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** This process's sole right to a data folder. The operating system takes it back however the process ends. */
record Claim(Path folder, FileChannel channel) implements AutoCloseable {

    private static final String FILE = "paddock.lock";

    /** Asked first: to open and close the file once more, even to read it, would drop the lock that this process has on it (POSIX). */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** @throws StoreUnavailable when another process holds the folder, or when it cannot be written */
    static Claim on(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            if (!HELD.add(real)) {
                throw StoreUnavailable.inUse(folder, ownName());
            }
            return claimed(real, file);
        } catch (IOException e) {
            throw StoreUnavailable.at(folder, e);
        }
    }

    private static Claim claimed(Path folder, Path file) throws IOException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw StoreUnavailable.inUse(folder, owner(file));
            }
            channel.truncate(0).write(ByteBuffer.wrap(ownName().getBytes(StandardCharsets.US_ASCII)));
            return new Claim(folder, channel);
        } catch (IOException | RuntimeException refused) {
            if (channel != null) channel.close();
            HELD.remove(folder);
            throw refused;
        }
    }

    private static String owner(Path file) throws IOException {
        String owner = Files.readString(file).strip();
        return owner.isEmpty() ? "unknown" : owner;
    }

    private static String ownName() {
        return Long.toString(ProcessHandle.current().pid());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}
