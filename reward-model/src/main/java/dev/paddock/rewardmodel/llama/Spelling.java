package dev.paddock.rewardmodel.llama;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How the pieces of a vocabulary stand for bytes. */
enum Spelling {
    /** One sign a byte: the printable ones stand for themselves, the others for signs from 256 on, as GPT-2 has it. */
    BYTE_LEVEL {
        @Override
        byte[] bytes(String piece) {
            var bytes = new ByteArrayOutputStream(piece.length());
            piece.codePoints().forEach(sign -> {
                if (sign < BYTES.length && BYTES[sign] >= 0) {
                    bytes.write(BYTES[sign]);
                } else {
                    bytes.writeBytes(plain(Character.toString(sign)));
                }
            });
            return bytes.toByteArray();
        }
    },
    /** Text with a visible sign for the space; single bytes are written as {@code <0x0A>}. */
    SENTENCE_PIECE {
        @Override
        byte[] bytes(String piece) {
            return BYTE.matcher(piece).matches()
                    ? new byte[] {(byte) Integer.parseInt(piece, 3, 5, 16)}
                    : plain(piece.replace('▁', ' '));
        }
    };

    private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");
    private static final int[] BYTES = byteSigns();

    abstract byte[] bytes(String piece);

    static byte[] plain(String text) {
        return text.getBytes(UTF_8);
    }

    static Spelling of(JsonNode tokenizer) {
        return tokenizer.path("model").path("byte_fallback").asBoolean(false) ? SENTENCE_PIECE : BYTE_LEVEL;
    }

    private static int[] byteSigns() {
        var signs = new int[512];
        Arrays.fill(signs, -1);
        var next = 256;
        for (var value = 0; value < 256; value++) {
            var printable = value > 32 && value < 127 || value > 160 && value != 173;
            signs[printable ? value : next++] = value;
        }
        return signs;
    }
}
