package dev.paddock.rewardmodel.training;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs as vectors: everything training needs, row by row.
 *
 * @param weights how much each pair counts in training; 1 for most
 */
public record PairTable(float[][] chosen, float[][] rejected, double[] margins, List<String> roots, double[] weights) {

    /** Pairs that all count alike. */
    public PairTable(float[][] chosen, float[][] rejected, double[] margins, List<String> roots) {
        this(chosen, rejected, margins, roots, ones(margins.length));
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

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
                IntStream.of(wanted).mapToObj(roots::get).toList(),
                IntStream.of(wanted).mapToDouble(row -> weights[row]).toArray());
    }

    PairTable map(UnaryOperator<float[]> change) {
        return new PairTable(map(chosen, change), map(rejected, change), margins, roots, weights);
    }

    PairTable weighing(double[] newWeights) {
        return new PairTable(chosen, rejected, margins, roots, newWeights);
    }

    PairTable and(PairTable more) {
        return new PairTable(
                Stream.of(chosen, more.chosen).flatMap(Arrays::stream).toArray(float[][]::new),
                Stream.of(rejected, more.rejected).flatMap(Arrays::stream).toArray(float[][]::new),
                IntStream.range(0, size() + more.size())
                        .mapToDouble(row -> row < size() ? margins[row] : more.margins[row - size()])
                        .toArray(),
                Stream.concat(roots.stream(), more.roots.stream()).toList(),
                IntStream.range(0, size() + more.size())
                        .mapToDouble(row -> row < size() ? weights[row] : more.weights[row - size()])
                        .toArray());
    }

    PairTable without(Set<String> unwanted) {
        return rows(IntStream.range(0, size())
                .filter(row -> !unwanted.contains(roots.get(row)))
                .toArray());
    }

    /** The same pairs, judged the other way round. */
    PairTable reversed() {
        return new PairTable(rejected, chosen, margins, roots, weights);
    }

    private static float[][] pick(float[][] from, int[] wanted) {
        return IntStream.of(wanted).mapToObj(row -> from[row]).toArray(float[][]::new);
    }

    private static float[][] map(float[][] vectors, UnaryOperator<float[]> change) {
        return Arrays.stream(vectors).map(change).toArray(float[][]::new);
    }
}
