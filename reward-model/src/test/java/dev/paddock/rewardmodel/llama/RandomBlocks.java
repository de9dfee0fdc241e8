package dev.paddock.rewardmodel.llama;

import java.util.SplittableRandom;

/** Blocks of random codes in the quantised formats, with factors that give numbers of about a tenth. */
final class RandomBlocks {

    private RandomBlocks() {}

    static byte[] of(int type, SplittableRandom random, int elements) {
        return switch (type) {
            case 2 -> blocks(random, elements / 32, 18, 0, 0.02, -1, 0);
            case 3 -> blocks(random, elements / 32, 20, 0, 0.02, 2, -0.15);
            case 6 -> blocks(random, elements / 32, 22, 0, 0.01, -1, 0);
            case 7 -> blocks(random, elements / 32, 24, 0, 0.01, 2, -0.155);
            case 8 -> blocks(random, elements / 32, 34, 0, 0.001, -1, 0);
            case 12 -> blocks(random, elements / 256, 144, 0, 0.0006, 2, 0.0045);
            case 13 -> blocks(random, elements / 256, 176, 0, 0.0003, 2, 0.0045);
            case 14 -> blocks(random, elements / 256, 210, 208, 0.00005, -1, 0);
            default -> throw new IllegalArgumentException("No blocks of type " + type);
        };
    }

    private static byte[] blocks(
            SplittableRandom random, int count, int bytes, int factorAt, double factor, int offsetAt, double offset) {
        var data = new byte[count * bytes];
        random.nextBytes(data);
        for (var block = 0; block < data.length; block += bytes) {
            half(data, block + factorAt, factor * random.nextDouble(0.8, 1.2));
            if (offsetAt >= 0) {
                half(data, block + offsetAt, offset * random.nextDouble(0.8, 1.2));
            }
        }
        return data;
    }

    private static void half(byte[] data, int at, double value) {
        var bits = Float.floatToFloat16((float) value);
        data[at] = (byte) bits;
        data[at + 1] = (byte) (bits >> 8);
    }
}
