package dev.paddock.rewardmodel.llama.conversion;

import dev.paddock.rewardmodel.llama.gguf.Format;
import dev.paddock.rewardmodel.llama.gguf.Quantisation;
import dev.paddock.rewardmodel.llama.gguf.Row;
import dev.paddock.rewardmodel.llama.gguf.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes tensors of one format, stacked row upon row, as MatMulNBits and GatherBlockQuantized want them: 4-bit codes shifted by 8 with
 * the even element in the lower half of a byte, 8-bit codes shifted by 128. Nothing is rounded again, so nothing is lost.
 */
final class MatrixWriter {

    private final WeightFile weights;

    MatrixWriter(WeightFile weights) {
        this.weights = weights;
    }

    Matrix write(List<Tensor> tensors) {
        var first = tensors.getFirst();
        var rows = (int) tensors.stream().mapToLong(Tensor::rows).sum();
        return switch (first.format()) {
            case Format.Plain plain -> dense(first.name(), rows, tensors);
            case Format.Blocks(var quantisation) -> packed(first.name(), rows, quantisation, tensors);
        };
    }

    private Matrix dense(String name, int rows, List<Tensor> tensors) {
        var columns = tensors.getFirst().columns();
        try (var numbers = weights.reserve((long) rows * columns * Float.BYTES)) {
            tensors.forEach(tensor -> tensor.eachRow(row -> put(row, numbers)));
            return new Matrix.Dense(name, rows, columns, numbers);
        }
    }

    private Matrix packed(String name, int rows, Quantisation quantisation, List<Tensor> tensors) {
        var columns = tensors.getFirst().columns();
        var groups = (long) rows * columns / quantisation.group();
        try (var codes = weights.reserve((long) rows * columns * quantisation.bits() / 8);
                var scales = weights.reserve(groups * Float.BYTES);
                var offsets = quantisation.hasOffset() ? weights.reserve(groups * Float.BYTES) : null) {
            tensors.forEach(tensor -> tensor.eachPackedRow(row -> put(row, quantisation, codes, scales, offsets)));
            return new Matrix.Packed(name, rows, columns, quantisation, codes, scales, offsets);
        }
    }

    private static void put(
            Row row,
            Quantisation quantisation,
            WeightFile.Region codes,
            WeightFile.Region scales,
            WeightFile.@Nullable Region offsets) {
        if (quantisation.bits() == 4) {
            putNibbles(row.codes(), codes);
        } else {
            putBytes(row.codes(), codes);
        }
        put(row.scales(), scales);
        if (offsets != null) {
            put(row.offsets(), offsets);
        }
    }

    private static void putNibbles(byte[] from, WeightFile.Region codes) {
        for (var i = 0; i < from.length; i += 2) {
            codes.put((byte) (from[i] + 8 | from[i + 1] + 8 << 4));
        }
    }

    private static void putBytes(byte[] from, WeightFile.Region codes) {
        for (var code : from) {
            codes.put((byte) (code + 128));
        }
    }

    private static void put(float[] numbers, WeightFile.Region region) {
        for (var number : numbers) {
            region.put(number);
        }
    }
}
