package dev.paddock.rewardmodel.llama.gguf;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** A matrix (or, with one row, a vector) of a GGUF file. Rows are read one at a time, so its size does not matter. */
public record Tensor(String name, Format format, long rows, int columns, MemorySegment data) {

    /** Every row as numbers, in an array that is used again for the next. */
    public void eachRow(Consumer<float[]> reader) {
        var numbers = new float[columns];
        if (format instanceof Format.Blocks(var quantisation)) {
            eachPackedRow(row -> {
                row.expand(numbers);
                reader.accept(numbers);
            });
            return;
        }
        eachRawRow(raw -> {
            for (var i = 0; i < columns; i++) {
                numbers[i] = number(raw, i);
            }
            reader.accept(numbers);
        });
    }

    /** Every row of a quantised tensor, in a {@link Row} that is used again for the next. */
    public void eachPackedRow(Consumer<Row> reader) {
        var quantisation = ((Format.Blocks) format).quantisation();
        var row = Row.of(columns, quantisation);
        eachRawRow(raw -> {
            quantisation.unpack(raw, row);
            reader.accept(row);
        });
    }

    private void eachRawRow(Consumer<byte[]> reader) {
        var raw = new byte[(int) (data.byteSize() / rows)];
        for (var row = 0L; row < rows; row++) {
            MemorySegment.copy(data, JAVA_BYTE, row * raw.length, raw, 0, raw.length);
            reader.accept(raw);
        }
    }

    private float number(byte[] raw, int i) {
        return switch ((Format.Plain) format) {
            case F16 -> PlainBlocks.half(raw, 2 * i);
            case BF16 -> Float.intBitsToFloat((raw[2 * i] & 255) << 16 | raw[2 * i + 1] << 24);
            case F32 ->
                Float.intBitsToFloat(raw[4 * i] & 255
                        | (raw[4 * i + 1] & 255) << 8
                        | (raw[4 * i + 2] & 255) << 16
                        | raw[4 * i + 3] << 24);
        };
    }
}
