package dev.paddock.rewardmodel.llama.gguf;

import dev.paddock.rewardmodel.UnusableWeights;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An open GGUF file (version 2 or 3), mapped into memory. Everything its header says is checked against its length before any of it is
 * used.
 */
public final class Gguf implements AutoCloseable {

    private static final int MAGIC = 0x46554747;

    private final String file;
    private final Arena arena;
    private final Metadata metadata;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private Gguf(Path path, Arena arena, MemorySegment bytes) {
        this.file = path.getFileName().toString();
        this.arena = arena;
        var cursor = new Cursor(file, bytes);
        checkMagic(cursor, bytes);
        var tensorCount = cursor.count(1);
        this.metadata = Metadata.read(file, cursor, cursor.count(1));
        var entries = new LinkedHashMap<String, TensorEntry>();
        for (var i = 0; i < tensorCount; i++) {
            var entry = TensorEntry.read(file, cursor);
            entries.put(entry.name(), entry);
        }
        var alignment = metadata.find("general.alignment", Long.class).orElse(32L);
        var data = (cursor.position() + alignment - 1) / alignment * alignment;
        entries.values().forEach(entry -> tensors.put(entry.name(), entry.locate(file, bytes, data)));
    }

    /** @throws UnusableWeights when this is no whole GGUF file that we can read */
    @SuppressWarnings("MustBeClosedChecker") // closed with the file
    public static Gguf open(Path path) throws IOException {
        var arena = Arena.ofShared();
        try (var channel = FileChannel.open(path)) {
            return new Gguf(path, arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private void checkMagic(Cursor cursor, MemorySegment bytes) {
        if (bytes.byteSize() < 24 || cursor.i32() != MAGIC) {
            throw new UnusableWeights("%s is not a GGUF file.".formatted(file));
        }
        var version = cursor.i32();
        if (version != 2 && version != 3) {
            throw new UnusableWeights(
                    "%s is a GGUF file of version %d; versions 2 and 3 can be read.".formatted(file, version));
        }
    }

    public String file() {
        return file;
    }

    public Metadata metadata() {
        return metadata;
    }

    public Set<String> tensorNames() {
        return tensors.keySet();
    }

    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    public Tensor tensor(String name, long rows, int columns) {
        var tensor = find(name).orElseThrow(() -> new UnusableWeights("%s lacks tensor '%s'.".formatted(file, name)));
        if (tensor.rows() != rows || tensor.columns() != columns) {
            throw new UnusableWeights("Tensor '%s' of %s is %d by %d instead of %d by %d."
                    .formatted(name, file, tensor.rows(), tensor.columns(), rows, columns));
        }
        return tensor;
    }

    @Override
    public void close() {
        arena.close();
    }
}
