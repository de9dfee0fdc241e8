package dev.paddock.rewardmodel.training;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a linear head to pairs. Columns are brought to one scale first, so that the penalty treats all alike, or each group of them as its
 * share says; the scale is folded back into the weights, and the bias is chosen so that the mean reward of the answers is 0.
 *
 * @param l2 the penalty on the scaled weights
 */
public record HeadTrainer(double l2) {

    private static final int ITERATIONS = 300;
    private static final double TOLERANCE = 1e-5;

    public LinearHead fit(PairTable pairs) {
        return fit(pairs, Columns.of(pairs));
    }

    LinearHead fit(PairTable pairs, Shares shares) {
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
            var sum = new double[pairs.width()];
            var squares = new double[pairs.width()];
            for (var vectors : List.of(pairs.chosen(), pairs.rejected())) {
                for (var vector : vectors) {
                    for (var i = 0; i < sum.length; i++) {
                        sum[i] += vector[i];
                        squares[i] += (double) vector[i] * vector[i];
                    }
                }
            }
            var count = 2.0 * pairs.size();
            var mean = Arrays.stream(sum).map(total -> total / count).toArray();
            var deviation = new double[sum.length];
            for (var i = 0; i < deviation.length; i++) {
                var variance = squares[i] / count - mean[i] * mean[i];
                deviation[i] = variance > 1e-10 ? Math.sqrt(variance) : 1;
            }
            return new Columns(mean, deviation);
        }

        float[] scaled(float[] vector) {
            var scaled = new float[vector.length];
            for (var i = 0; i < scaled.length; i++) {
                scaled[i] = (float) ((vector[i] - mean[i]) / deviation[i]);
            }
            return scaled;
        }

        float[][] differences(PairTable pairs) {
            var differences = new float[pairs.size()][pairs.width()];
            for (var row = 0; row < differences.length; row++) {
                for (var i = 0; i < differences[row].length; i++) {
                    differences[row][i] = (float) ((pairs.chosen()[row][i] - pairs.rejected()[row][i]) / deviation[i]);
                }
            }
            return differences;
        }
    }
}
