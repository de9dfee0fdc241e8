package dev.paddock.rewardmodel.training.heads;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a linear head to pairs. Columns are brought to one scale first, so that the penalty treats all alike, or each group of them as its
 * share says; the scale is folded back into the weights, and the bias is chosen so that the mean reward of the answers is 0.
 *
 * @param l2 the penalty on the scaled weights
 */
public record HeadTrainer(double l2) {

    private static final int ITERATIONS = 300;
    private static final double TOLERANCE = 1e-5;
    private static final int TOGETHER = 256;

    public LinearHead fit(PairTable pairs) {
        return fit(pairs, Columns.of(pairs));
    }

    public LinearHead fit(PairTable pairs, Shares shares) {
        return fit(pairs, shares.of(Columns.of(pairs), pairs));
    }

    private LinearHead fit(PairTable pairs, Columns scale) {
        var objective = new RankingObjective(scale.differences(pairs), pairs.margins(), pairs.weights(), l2);
        var scaled = new Lbfgs(ITERATIONS, TOLERANCE).minimise(objective, new double[pairs.width()]);
        var weights = new double[scaled.length];
        var bias = 0.0;
        for (var i = 0; i < weights.length; i++) {
            weights[i] = scaled[i] / scale.deviation()[i];
            bias -= weights[i] * scale.mean()[i];
        }
        return new LinearHead(weights, bias);
    }

    /** Mean and deviation of every column over all answers. A constant column gets deviation 1: its differences are 0 anyway. */
    record Columns(double[] mean, double[] deviation) {

        static Columns of(PairTable pairs) {
            var mean = new double[pairs.width()];
            var deviation = new double[pairs.width()];
            // Each column is summed up by one thread, so that the outcome does not hang on how many there are.
            IntStream.rangeClosed(0, mean.length / TOGETHER).parallel().forEach(part -> {
                var from = part * TOGETHER;
                fill(pairs, from, Math.min(from + TOGETHER, mean.length), mean, deviation);
            });
            return new Columns(mean, deviation);
        }

        private static void fill(PairTable pairs, int from, int to, double[] mean, double[] deviation) {
            var sum = new double[to - from];
            var squares = new double[to - from];
            for (var vectors : List.of(pairs.chosen(), pairs.rejected())) {
                for (var vector : vectors) {
                    for (var i = 0; i < sum.length; i++) {
                        sum[i] += vector[from + i];
                        squares[i] += (double) vector[from + i] * vector[from + i];
                    }
                }
            }
            var count = 2.0 * pairs.size();
            for (var i = 0; i < sum.length; i++) {
                mean[from + i] = sum[i] / count;
                var variance = squares[i] / count - mean[from + i] * mean[from + i];
                deviation[from + i] = variance > 1e-10 ? Math.sqrt(variance) : 1;
            }
        }

        float[] scaled(float[] vector) {
            var scaled = new float[vector.length];
            for (var i = 0; i < scaled.length; i++) {
                scaled[i] = (float) ((vector[i] - mean[i]) / deviation[i]);
            }
            return scaled;
        }

        float[][] differences(PairTable pairs) {
            var per = Arrays.stream(deviation).map(each -> 1 / each).toArray();
            return IntStream.range(0, pairs.size())
                    .parallel()
                    .mapToObj(row -> difference(pairs.chosen()[row], pairs.rejected()[row], per))
                    .toArray(float[][]::new);
        }

        private static float[] difference(float[] chosen, float[] rejected, double[] per) {
            var difference = new float[per.length];
            for (var i = 0; i < difference.length; i++) {
                difference[i] = (float) ((chosen[i] - rejected[i]) * per[i]);
            }
            return difference;
        }
    }
}
