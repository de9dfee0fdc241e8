package dev.paddock.rewardmodel.llama.gguf;

import static dev.paddock.rewardmodel.llama.gguf.PlainBlocks.half;

/** The formats of 256 elements whose groups have small whole-number scales under one common factor. */
final class SuperBlocks {

    private SuperBlocks() {}

    static void q4_k(byte[] packed, int at, Row row, int element) {
        scalesAndOffsets(packed, at, row, element, 8);
        for (var i = 0; i < 256; i++) {
            row.codes()[element + i] = (byte) (nibble(packed, at + 16, i) - 8);
        }
    }

    static void q5_k(byte[] packed, int at, Row row, int element) {
        scalesAndOffsets(packed, at, row, element, 16);
        for (var i = 0; i < 256; i++) {
            var fifth = packed[at + 16 + i % 32] >> i / 32 & 1;
            row.codes()[element + i] = (byte) ((nibble(packed, at + 48, i) | fifth << 4) - 16);
        }
    }

    static void q6_k(byte[] packed, int at, Row row, int element) {
        var factor = half(packed, at + 208);
        for (var group = 0; group < 16; group++) {
            row.scales()[element / 16 + group] = factor * packed[at + 192 + group];
        }
        for (var i = 0; i < 256; i++) {
            row.codes()[element + i] = (byte) (sixBits(packed, at, i / 128, i % 128) - 32);
        }
    }

    private static int sixBits(byte[] packed, int at, int half, int i) {
        var low = packed[at + half * 64 + i % 64] >> i / 64 * 4 & 15;
        var high = packed[at + 128 + half * 32 + i % 32] >> i / 32 * 2 & 3;
        return low | high << 4;
    }

    /** Each 32 bytes hold 64 elements: the first 32 in the lower nibbles, the next 32 in the upper ones. */
    private static int nibble(byte[] packed, int at, int i) {
        return packed[at + i / 64 * 32 + i % 32] >> i / 32 % 2 * 4 & 15;
    }

    private static void scalesAndOffsets(byte[] packed, int at, Row row, int element, int zero) {
        var factor = half(packed, at);
        var offsetFactor = half(packed, at + 2);
        for (var group = 0; group < 8; group++) {
            var scale = factor * sixBitScale(packed, at + 4, group);
            row.scales()[element / 32 + group] = scale;
            row.offsets()[element / 32 + group] = zero * scale - offsetFactor * sixBitOffset(packed, at + 4, group);
        }
    }

    /** Twelve bytes hold eight scales and eight offsets of six bits: four of each whole, the others in two parts. */
    private static int sixBitScale(byte[] packed, int at, int group) {
        return group < 4
                ? packed[at + group] & 63
                : packed[at + group + 4] & 15 | (packed[at + group - 4] >> 6 & 3) << 4;
    }

    private static int sixBitOffset(byte[] packed, int at, int group) {
        return group < 4
                ? packed[at + group + 4] & 63
                : packed[at + group + 4] >> 4 & 15 | (packed[at + group] >> 6 & 3) << 4;
    }
}
