package dev.paddock.rewardmodel.llama.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantisationTest {

    /**
     * One block of the bytes (11 + 37 k + 11 k²) mod 256 with 0.5 and -0.25 as its half-precision factors. The sums come from the gguf
     * package of llama.cpp; the second one weighs the i-th element with i + 1, so it sees the order.
     */
    @ParameterizedTest
    @CsvSource({
        "Q4_0, -3.5, 14.5, 395.5",
        "Q4_1, 7.25, 130.5, 2242",
        "Q5_0, 2.5, 26.5, 746.5",
        "Q5_1, 9.25, 270.5, 4029",
        "Q8_0, -63.5, -48, -1760",
        "Q4_K, 95.25, 34472, 4379960",
        "Q5_K, 215.25, 63568, 7514232",
        "Q6_K, -715.5, 5004, 325480",
    })
    void unpacksABlockAsItsMakersDo(Quantisation quantisation, double first, double sum, double weighted) {
        var row = Row.of(quantisation.length(), quantisation);
        quantisation.unpack(block(quantisation), row);
        var numbers = new float[quantisation.length()];
        row.expand(numbers);

        var sums = new double[2];
        for (var i = 0; i < numbers.length; i++) {
            sums[0] += numbers[i];
            sums[1] += numbers[i] * (i + 1.0);
        }
        assertThat(numbers[0]).isEqualTo((float) first);
        assertThat(sums).containsExactly(sum, weighted);
    }

    private static byte[] block(Quantisation quantisation) {
        var block = new byte[quantisation.bytes()];
        for (var k = 0; k < block.length; k++) {
            block[k] = (byte) (11 + 37 * k + 11 * k * k);
        }
        var factors = quantisation == Quantisation.Q6_K ? 208 : 0;
        half(block, factors, 0.5f);
        if (quantisation.hasOffset()) {
            half(block, factors + 2, -0.25f);
        }
        return block;
    }

    private static void half(byte[] block, int at, float value) {
        var bits = Float.floatToFloat16(value);
        block[at] = (byte) bits;
        block[at + 1] = (byte) (bits >> 8);
    }
}
