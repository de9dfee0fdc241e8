package dev.paddock.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** This process's sole right to a data folder. The operating system takes it back however the process ends. */
record Claim(FileChannel channel) implements AutoCloseable {

    private static final String FILE = "paddock.lock";

    /** @throws StoreUnavailable when another process holds the folder, or when it cannot be written */
    static Claim on(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw StoreUnavailable.inUse(folder, owner(file));
            }
            channel.truncate(0).write(ByteBuffer.wrap(ownName()));
            return new Claim(channel);
        } catch (IOException e) {
            throw StoreUnavailable.at(folder, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String owner(Path file) throws IOException {
        String owner = Files.readString(file).strip();
        return owner.isEmpty() ? "unknown" : owner;
    }

    private static byte[] ownName() {
        return Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
