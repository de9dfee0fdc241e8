package dev.paddock.datasets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes whatever a reader might take for the end of a line or a terminal might obey: besides what JSON demands, DEL, the C1 controls (of
 * which Python's {@code splitlines} breaks at U+0085) and the two separators U+2028 and U+2029.
 */
class OneLine extends CharacterEscapes {

    private static final int[] ASCII = standardAsciiEscapesForJSON();

    static {
        ASCII[0x7f] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ASCII;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        var escaped = (character >= 0x80 && character < 0xa0) || character == 0x2028 || character == 0x2029;
        return escaped ? new SerializedString("\\u%04X".formatted(character)) : null;
    }
}
