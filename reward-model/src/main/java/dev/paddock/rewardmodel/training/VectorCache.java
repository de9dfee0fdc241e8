package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Sha256;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vectors by the text they were computed from, kept in a file that grows, so that an interrupted run goes on where it stopped. */
final class VectorCache implements AutoCloseable {

    private final Map<String, float[]> vectors = new HashMap<>();
    private final DataOutputStream file;

    /** @param recipe everything the vectors depend on besides the text; another recipe is another file */
    VectorCache(Path folder, String recipe, int width) throws IOException {
        Files.createDirectories(folder);
        var path = folder.resolve(Sha256.of(recipe).substring(0, 16) + ".vectors");
        if (Files.exists(path)) {
            load(path, width);
        }
        this.file =
                new DataOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private void load(Path path, int width) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 20))) {
            while (true) {
                var key = in.readUTF();
                var bytes = ByteBuffer.wrap(in.readNBytes(width * Float.BYTES));
                if (bytes.remaining() < width * Float.BYTES) {
                    throw new IOException("The cache " + path + " ends in half a vector: delete it and run again.");
                }
                var vector = new float[width];
                bytes.asFloatBuffer().get(vector);
                vectors.put(key, vector);
            }
        } catch (EOFException end) {
            return;
        }
    }

    float @Nullable [] get(String key) {
        return vectors.get(key);
    }

    void put(String key, float[] vector) throws IOException {
        vectors.put(key, vector);
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        file.writeUTF(key);
        file.write(bytes.array());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
