package dev.paddock.rewardmodel.llama.conversion;

import dev.paddock.rewardmodel.llama.gguf.Quantisation;
import org.jspecify.annotations.Nullable;

/** A matrix that has been written to the weight file, ready to be referred to by a graph. */
sealed interface Matrix {

    String name();

    int rows();

    int columns();

    /** Row after row of 32-bit floats. */
    record Dense(String name, int rows, int columns, WeightFile.Region numbers) implements Matrix {}

    /** Codes, one scale a group and, for some formats, one offset a group. */
    record Packed(
            String name,
            int rows,
            int columns,
            Quantisation quantisation,
            WeightFile.Region codes,
            WeightFile.Region scales,
            WeightFile.@Nullable Region offsets)
            implements Matrix {

        int groups() {
            return columns / quantisation.group();
        }

        int groupBytes() {
            return quantisation.group() * quantisation.bits() / 8;
        }
    }
}
