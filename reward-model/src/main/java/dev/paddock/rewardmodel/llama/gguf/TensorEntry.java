package dev.paddock.rewardmodel.llama.gguf;

import dev.paddock.rewardmodel.UnusableWeights;
import java.lang.foreign.MemorySegment;

/** A line of the tensor table: where in the data part the tensor {@code name} lies, and its shape. */
record TensorEntry(String name, long rows, int columns, int type, long offset) {

    static TensorEntry read(String file, Cursor cursor) {
        var name = cursor.string();
        var dimensions = cursor.i32();
        if (dimensions < 1 || dimensions > 2) {
            throw new UnusableWeights("Tensor '%s' of %s has %d dimensions; a Llama's have one or two."
                    .formatted(name, file, dimensions));
        }
        var columns = cursor.i64();
        var rows = dimensions == 2 ? cursor.i64() : 1;
        if (columns < 1 || columns > 1 << 24 || rows < 1 || rows > 1L << 32) {
            throw new UnusableWeights(
                    "Tensor '%s' of %s is damaged: %d by %d numbers.".formatted(name, file, rows, columns));
        }
        return new TensorEntry(name, rows, (int) columns, cursor.i32(), cursor.i64());
    }

    Tensor locate(String file, MemorySegment bytes, long data) {
        var format = Format.of(type)
                .orElseThrow(() -> new UnusableWeights(
                        "Tensor '%s' of %s has type %d, which cannot be read here. Readable are F32, F16, BF16, Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, Q4_K, Q5_K and Q6_K."
                                .formatted(name, file, type)));
        var size = rows
                * format.rowBytes(columns)
                        .orElseThrow(() ->
                                new UnusableWeights("Tensor '%s' of %s has rows of %d, which its type cannot have."
                                        .formatted(name, file, columns)));
        if (offset < 0 || data + offset < 0 || data + offset + size > bytes.byteSize()) {
            throw new UnusableWeights("%s is cut off: tensor '%s' ends at byte %d, the file at %d. Fetch it again."
                    .formatted(file, name, data + offset + size, bytes.byteSize()));
        }
        return new Tensor(name, format, rows, columns, bytes.asSlice(data + offset, size));
    }
}
