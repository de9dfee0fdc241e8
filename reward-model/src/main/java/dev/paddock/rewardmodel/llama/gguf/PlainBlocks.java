package dev.paddock.rewardmodel.llama.gguf;

/** The formats of 32 elements with one scale. Byte i of the nibbles holds element i below and element i + 16 above. */
final class PlainBlocks {

    private PlainBlocks() {}

    static void q4_0(byte[] packed, int at, Row row, int element) {
        row.scales()[element / 32] = half(packed, at);
        nibbles(packed, at + 2, row.codes(), element);
    }

    static void q4_1(byte[] packed, int at, Row row, int element) {
        var scale = half(packed, at);
        row.scales()[element / 32] = scale;
        // The codes are unsigned here; eight less centres them, and the offset pays for it. Products with codes far
        // from zero would
        // magnify the rounding of what they are multiplied with.
        row.offsets()[element / 32] = half(packed, at + 2) + 8 * scale;
        nibbles(packed, at + 4, row.codes(), element);
    }

    static void q5_0(byte[] packed, int at, Row row, int element) {
        row.scales()[element / 32] = half(packed, at);
        fiveBits(packed, at + 2, row.codes(), element);
    }

    static void q5_1(byte[] packed, int at, Row row, int element) {
        var scale = half(packed, at);
        row.scales()[element / 32] = scale;
        row.offsets()[element / 32] = half(packed, at + 2) + 16 * scale;
        fiveBits(packed, at + 4, row.codes(), element);
    }

    static void q8_0(byte[] packed, int at, Row row, int element) {
        row.scales()[element / 32] = half(packed, at);
        System.arraycopy(packed, at + 2, row.codes(), element, 32);
    }

    private static void nibbles(byte[] packed, int at, byte[] codes, int element) {
        for (var i = 0; i < 16; i++) {
            codes[element + i] = (byte) ((packed[at + i] & 15) - 8);
            codes[element + i + 16] = (byte) ((packed[at + i] >> 4 & 15) - 8);
        }
    }

    private static void fiveBits(byte[] packed, int at, byte[] codes, int element) {
        for (var i = 0; i < 16; i++) {
            codes[element + i] = (byte) ((packed[at + 4 + i] & 15 | bit(packed, at, i) << 4) - 16);
            codes[element + i + 16] = (byte) ((packed[at + 4 + i] >> 4 & 15 | bit(packed, at, i + 16) << 4) - 16);
        }
    }

    private static int bit(byte[] packed, int at, int index) {
        return packed[at + index / 8] >> index % 8 & 1;
    }

    static float half(byte[] packed, int at) {
        return Float.float16ToFloat((short) (packed[at] & 255 | packed[at + 1] << 8));
    }
}
