package dev.paddock.rewardmodel.llama.gguf;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.rewardmodel.UnusableWeights;
import java.lang.foreign.MemorySegment;

/** Reads the little-endian header of a GGUF file from front to back and never past its end. */
final class Cursor {

    /** A vocabulary of a quarter of a million with merges, scores and types has a million. */
    private static final int MOST_ELEMENTS = 8 << 20;

    private final String file;
    private final MemorySegment bytes;
    private long position;
    private long elements;

    Cursor(String file, MemorySegment bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    long position() {
        return position;
    }

    byte u8() {
        return bytes.get(JAVA_BYTE, take(1));
    }

    short i16() {
        return bytes.get(JAVA_SHORT_UNALIGNED.withOrder(LITTLE_ENDIAN), take(2));
    }

    int i32() {
        return bytes.get(JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN), take(4));
    }

    long i64() {
        return bytes.get(JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN), take(8));
    }

    float f32() {
        return bytes.get(JAVA_FLOAT_UNALIGNED.withOrder(LITTLE_ENDIAN), take(4));
    }

    double f64() {
        return bytes.get(JAVA_DOUBLE_UNALIGNED.withOrder(LITTLE_ENDIAN), take(8));
    }

    String string() {
        var length = count(1);
        var text = new byte[length];
        MemorySegment.copy(bytes, JAVA_BYTE, take(length), text, 0, length);
        return new String(text, UTF_8);
    }

    /** A number of things of at least {@code size} bytes each, which must therefore fit into what is left of the file. */
    int count(int size) {
        var count = i64();
        if (count < 0 || count > left() / size || count > Integer.MAX_VALUE - 8) {
            throw cutOff();
        }
        return (int) count;
    }

    /** The length of a list. All lists together must fit into Java's heap, where an element takes more room than in the file. */
    int elements() {
        var count = count(1);
        elements += count;
        if (elements > MOST_ELEMENTS) {
            throw new UnusableWeights(
                    "%s is damaged: its settings are lists of more than %d elements.".formatted(file, MOST_ELEMENTS));
        }
        return count;
    }

    private long take(long size) {
        if (size > left()) {
            throw cutOff();
        }
        var at = position;
        position += size;
        return at;
    }

    private long left() {
        return bytes.byteSize() - position;
    }

    private UnusableWeights cutOff() {
        return new UnusableWeights("%s is cut off or damaged: its header wants more than its %d bytes. Fetch it again."
                .formatted(file, bytes.byteSize()));
    }
}
