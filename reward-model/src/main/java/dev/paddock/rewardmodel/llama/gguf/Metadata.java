package dev.paddock.rewardmodel.llama.gguf;

import dev.paddock.rewardmodel.UnusableWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The named settings of a GGUF file: whole numbers are {@link Long}, fractions {@link Double}, arrays lists. */
public final class Metadata {

    private final String file;
    private final Map<String, Object> values;

    private Metadata(String file, Map<String, Object> values) {
        this.file = file;
        this.values = values;
    }

    static Metadata read(String file, Cursor cursor, int entries) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < entries; i++) {
            var key = cursor.string();
            values.put(key, value(file, cursor, cursor.i32(), 0));
        }
        return new Metadata(file, values);
    }

    private static Object value(String file, Cursor cursor, int type, int depth) {
        return switch (type) {
            case 0 -> (long) Byte.toUnsignedInt(cursor.u8());
            case 1 -> (long) cursor.u8();
            case 2 -> (long) Short.toUnsignedInt(cursor.i16());
            case 3 -> (long) cursor.i16();
            case 4 -> Integer.toUnsignedLong(cursor.i32());
            case 5 -> (long) cursor.i32();
            case 6 -> (double) cursor.f32();
            case 7 -> cursor.u8() != 0;
            case 8 -> cursor.string();
            case 9 -> array(file, cursor, depth);
            case 10, 11 -> cursor.i64();
            case 12 -> cursor.f64();
            default -> throw new UnusableWeights("%s is damaged: no setting has type %d.".formatted(file, type));
        };
    }

    private static List<Object> array(String file, Cursor cursor, int depth) {
        if (depth > 3) {
            throw new UnusableWeights("%s is damaged: lists of lists of lists.".formatted(file));
        }
        var type = cursor.i32();
        var count = cursor.elements();
        return IntStream.range(0, count)
                .mapToObj(i -> value(file, cursor, type, depth + 1))
                .toList();
    }

    public <T> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(value -> cast(key, value, type));
    }

    public <T> T get(String key, Class<T> type) {
        return find(key, type).orElseThrow(() -> new UnusableWeights("%s lacks '%s'.".formatted(file, key)));
    }

    public int size(String key) {
        var value = get(key, Long.class);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new UnusableWeights("%s says %s = %d, which no model has.".formatted(file, key, value));
        }
        return value.intValue();
    }

    public <T> List<T> list(String key, Class<T> type) {
        return get(key, List.class).stream()
                .map(value -> cast(key, value, type))
                .toList();
    }

    private <T> T cast(String key, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new UnusableWeights("%s keeps '%s' as %s instead of %s."
                    .formatted(file, key, value.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(value);
    }
}
