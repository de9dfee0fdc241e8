package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Vectors by the text they were computed from, kept in a file that grows, so that an interrupted run goes on where it stopped. Several
 * processes may write to it: a record is written in one piece under a lock and has a checksum. Only where each vector lies is kept in memory.
 */
public final class VectorCache implements AutoCloseable {

    private static final int KEY_BYTES = 32;

    private final FileChannel file;
    private final int width;
    private final Map<String, Long> places = new HashMap<>();
    private long read;

    /** @param recipe everything the vectors depend on besides the text; another recipe is another file */
    public VectorCache(Path folder, String recipe, int width) throws IOException {
        Files.createDirectories(folder);
        this.width = width;
        this.file = FileChannel.open(
                folder.resolve(Sha256.of(recipe).substring(0, 16) + ".vectors.2"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try (var lock = file.lock()) {
            index();
            // What follows the last whole record was being written when somebody was killed.
            file.truncate(read);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private int recordBytes() {
        return KEY_BYTES + width * Float.BYTES + Long.BYTES;
    }

    /** Notes the records that are there and not noted yet, up to the first that is not whole. */
    private void index() throws IOException {
        for (var record = record(read); record != null; record = record(read)) {
            var key = new byte[KEY_BYTES];
            record.get(key);
            places.put(HexFormat.of().formatHex(key), read);
            read += recordBytes();
        }
    }

    private @Nullable ByteBuffer record(long place) throws IOException {
        var record = ByteBuffer.allocate(recordBytes());
        while (record.hasRemaining()) {
            if (file.read(record, place + record.position()) < 0) {
                return null;
            }
        }
        var content = record.flip().slice(0, recordBytes() - Long.BYTES);
        return checksum(content.duplicate()) == record.getLong(recordBytes() - Long.BYTES) ? content : null;
    }

    private static long checksum(ByteBuffer content) {
        var sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }

    /** @param key a SHA-256 in hex */
    float @Nullable [] get(String key) throws IOException {
        var place = places.get(key);
        var record = place == null ? null : record(place);
        if (record == null) {
            return null;
        }
        var vector = new float[width];
        record.position(KEY_BYTES).slice().asFloatBuffer().get(vector);
        return vector;
    }

    void put(String key, float[] vector) throws IOException {
        var record = ByteBuffer.allocate(recordBytes());
        record.put(HexFormat.of().parseHex(key));
        record.slice().asFloatBuffer().put(vector);
        record.position(recordBytes() - Long.BYTES);
        record.putLong(checksum(record.duplicate().flip()));
        record.flip();
        try (var lock = file.lock()) {
            // Another process may have written since.
            index();
            for (var at = read; record.hasRemaining(); ) {
                at += file.write(record, at);
            }
            index();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
