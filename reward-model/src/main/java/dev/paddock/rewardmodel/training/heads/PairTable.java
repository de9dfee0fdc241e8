package dev.paddock.rewardmodel.training.heads;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs as vectors: everything training needs, row by row.
 *
 * @param roots of their conversations
 * @param rejectedRoots those of the conversations that the rejected answers are from: the same for all that people compared
 * @param weights how much each pair counts in training; 1 for most
 */
public record PairTable(
        float[][] chosen,
        float[][] rejected,
        double[] margins,
        List<String> roots,
        List<String> rejectedRoots,
        double[] weights) {

    /** Pairs of one conversation each, that all count alike. */
    public PairTable(float[][] chosen, float[][] rejected, double[] margins, List<String> roots) {
        this(chosen, rejected, margins, roots, roots);
    }

    /** Pairs that all count alike. */
    public PairTable(
            float[][] chosen, float[][] rejected, double[] margins, List<String> roots, List<String> rejectedRoots) {
        this(chosen, rejected, margins, roots, rejectedRoots, ones(margins.length));
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    public int size() {
        return margins.length;
    }

    public int width() {
        return chosen[0].length;
    }

    public PairTable rows(int[] wanted) {
        return new PairTable(
                pick(chosen, wanted),
                pick(rejected, wanted),
                IntStream.of(wanted).mapToDouble(row -> margins[row]).toArray(),
                IntStream.of(wanted).mapToObj(roots::get).toList(),
                IntStream.of(wanted).mapToObj(rejectedRoots::get).toList(),
                IntStream.of(wanted).mapToDouble(row -> weights[row]).toArray());
    }

    public PairTable map(UnaryOperator<float[]> change) {
        return new PairTable(map(chosen, change), map(rejected, change), margins, roots, rejectedRoots, weights);
    }

    public PairTable weighing(double[] newWeights) {
        return new PairTable(chosen, rejected, margins, roots, rejectedRoots, newWeights);
    }

    public PairTable and(PairTable more) {
        return new PairTable(
                Stream.of(chosen, more.chosen).flatMap(Arrays::stream).toArray(float[][]::new),
                Stream.of(rejected, more.rejected).flatMap(Arrays::stream).toArray(float[][]::new),
                IntStream.range(0, size() + more.size())
                        .mapToDouble(row -> row < size() ? margins[row] : more.margins[row - size()])
                        .toArray(),
                Stream.concat(roots.stream(), more.roots.stream()).toList(),
                Stream.concat(rejectedRoots.stream(), more.rejectedRoots.stream())
                        .toList(),
                IntStream.range(0, size() + more.size())
                        .mapToDouble(row -> row < size() ? weights[row] : more.weights[row - size()])
                        .toArray());
    }

    /** Those that have no answer from these conversations. */
    public PairTable without(Set<String> unwanted) {
        return rows(IntStream.range(0, size())
                .filter(row -> !unwanted.contains(roots.get(row)) && !unwanted.contains(rejectedRoots.get(row)))
                .toArray());
    }

    /** The same pairs, judged the other way round. */
    public PairTable reversed() {
        return new PairTable(rejected, chosen, margins, roots, rejectedRoots, weights);
    }

    private static float[][] pick(float[][] from, int[] wanted) {
        return IntStream.of(wanted).mapToObj(row -> from[row]).toArray(float[][]::new);
    }

    private static float[][] map(float[][] vectors, UnaryOperator<float[]> change) {
        return Arrays.stream(vectors).map(change).toArray(float[][]::new);
    }
}
