package dev.paddock.rewardmodel.training.heads;

import dev.paddock.rewardmodel.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** A benchmark: choosing the penalty and training a head further on stored vectors. docs/benchmarks.md says how to run it. */
final class HeadTrainingBenchmark {

    private HeadTrainingBenchmark() {}

    /** Arguments: how many pairs, how wide the vectors. */
    public static void main(String[] arguments) {
        var pairs = Integer.parseInt(arguments[0]);
        var width = Integer.parseInt(arguments[1]);
        var table = table(pairs, width);
        var start = new LinearHead(new double[width], 0);
        for (var round = 0; round < 3; round++) {
            var began = System.nanoTime();
            var found = new PenaltySearch(start, table, List.of(), pairs, 0).run(Progress.NONE);
            var seconds = (System.nanoTime() - began) / 1e9;
            var right = IntStream.range(0, pairs)
                    .filter(row -> found.head().reward(table.chosen()[row])
                            > found.head().reward(table.rejected()[row]))
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "%,d pairs of %d numbers: %.2f s, penalty %s, right on %.1f %%%n",
                    pairs,
                    width,
                    seconds,
                    found.penalty(),
                    100.0 * right / pairs);
        }
    }

    /** As hard to tell apart as real ones: about two thirds can be learnt. */
    private static PairTable table(int pairs, int width) {
        var random = new Random(1);
        var truth = random.doubles(width, -1, 1).toArray();
        var chosen = new float[pairs][];
        var rejected = new float[pairs][];
        for (var row = 0; row < pairs; row++) {
            var one = vector(random, width);
            var other = vector(random, width);
            var better = LinearHead.dot(truth, one)
                            - LinearHead.dot(truth, other)
                            + random.nextGaussian(0, 1.5 * Math.sqrt(width))
                    > 0;
            chosen[row] = better ? one : other;
            rejected[row] = better ? other : one;
        }
        return new PairTable(
                chosen,
                rejected,
                new double[pairs],
                IntStream.range(0, pairs).mapToObj(Integer::toString).toList());
    }

    private static float[] vector(Random random, int width) {
        var vector = new float[width];
        for (var i = 0; i < width; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
