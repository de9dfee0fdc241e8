package dev.paddock.rewardmodel.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Pairs as vectors: everything training needs, row by row. */
public record PairTable(float[][] chosen, float[][] rejected, double[] margins, List<String> roots) {

    int size() {
        return margins.length;
    }

    int width() {
        return chosen[0].length;
    }

    PairTable rows(int[] wanted) {
        return new PairTable(
                pick(chosen, wanted),
                pick(rejected, wanted),
                IntStream.of(wanted).mapToDouble(row -> margins[row]).toArray(),
                IntStream.of(wanted).mapToObj(roots::get).toList());
    }

    PairTable map(UnaryOperator<float[]> change) {
        return new PairTable(map(chosen, change), map(rejected, change), margins, roots);
    }

    private static float[][] pick(float[][] from, int[] wanted) {
        return IntStream.of(wanted).mapToObj(row -> from[row]).toArray(float[][]::new);
    }

    private static float[][] map(float[][] vectors, UnaryOperator<float[]> change) {
        return Arrays.stream(vectors).map(change).toArray(float[][]::new);
    }
}
