package dev.paddock.rewardmodel.llama.gguf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes GGUF files for the tests. */
public final class GgufWriter {

    private record Entry(String name, long[] dimensions, int type, byte[] data) {}

    private final ByteArrayOutputStream settings = new ByteArrayOutputStream();
    private final List<Entry> tensors = new ArrayList<>();
    private long settingCount;

    public GgufWriter set(String key, Object value) {
        settingCount++;
        string(settings, key);
        number(settings, 4, type(value));
        value(value);
        return this;
    }

    private static int type(Object value) {
        return switch (value) {
            case Integer i -> 4;
            case Float f -> 6;
            case Boolean b -> 7;
            case String s -> 8;
            case List<?> l -> 9;
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private void value(Object value) {
        switch (value) {
            case Integer i -> number(settings, 4, i);
            case Float f -> number(settings, 4, Float.floatToIntBits(f));
            case Boolean b -> settings.write(b ? 1 : 0);
            case String s -> string(settings, s);
            case List<?> list -> {
                number(settings, 4, type(list.getFirst()));
                number(settings, 8, list.size());
                list.forEach(this::value);
            }
            default -> throw new IllegalArgumentException(value.toString());
        }
    }

    /** With the numbers of GGUF's own list of types, and columns before rows as GGUF has them. */
    public GgufWriter tensor(String name, int type, byte[] data, long... columnsAndRows) {
        tensors.add(new Entry(name, columnsAndRows, type, data));
        return this;
    }

    public byte[] bytes() {
        var file = new ByteArrayOutputStream();
        file.writeBytes("GGUF".getBytes(UTF_8));
        number(file, 4, 3);
        number(file, 8, tensors.size());
        number(file, 8, settingCount);
        file.writeBytes(settings.toByteArray());
        var offset = 0;
        for (var tensor : tensors) {
            string(file, tensor.name());
            number(file, 4, tensor.dimensions().length);
            for (var dimension : tensor.dimensions()) {
                number(file, 8, dimension);
            }
            number(file, 4, tensor.type());
            number(file, 8, offset);
            offset = aligned(offset + tensor.data().length);
        }
        tensors.forEach(tensor -> {
            file.writeBytes(new byte[aligned(file.size()) - file.size()]);
            file.writeBytes(tensor.data());
        });
        return file.toByteArray();
    }

    public Path write(Path path) throws IOException {
        return Files.write(path, bytes());
    }

    private static int aligned(int offset) {
        return (offset + 31) / 32 * 32;
    }

    private static void number(ByteArrayOutputStream out, int bytes, long value) {
        var buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        out.write(buffer.array(), 0, bytes);
    }

    private static void string(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(UTF_8);
        number(out, 8, bytes.length);
        out.writeBytes(bytes);
    }
}
