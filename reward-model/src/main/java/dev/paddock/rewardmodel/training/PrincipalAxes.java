package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Axes.Projection;
import java.util.Random;

/**
 * The directions in which vectors vary most, divided by the deviation along them, so that each coordinate has variance 1. By powers of the
 * covariance, on one thread and from one seed: the same vectors give the same floats everywhere.
 */
final class PrincipalAxes {

    private static final int ROUNDS = 200;

    /** Directions beyond those wanted: the last ones wanted settle sooner. */
    private static final int SPARE = 8;

    private static final long SEED = 5;

    private final double[] mean;
    private final double[][] covariance;

    /** @param vectors of one width */
    PrincipalAxes(float[][] vectors) {
        mean = mean(vectors);
        covariance = covariance(vectors, mean);
    }

    private static double[] mean(float[][] vectors) {
        var mean = new double[vectors[0].length];
        for (var vector : vectors) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(float[][] vectors, double[] mean) {
        var covariance = new double[mean.length][mean.length];
        var centred = new double[mean.length];
        for (var vector : vectors) {
            for (var i = 0; i < mean.length; i++) {
                centred[i] = vector[i] - mean[i];
            }
            for (var i = 0; i < mean.length; i++) {
                for (var j = 0; j < mean.length; j++) {
                    covariance[i][j] += centred[i] * centred[j] / vectors.length;
                }
            }
        }
        return covariance;
    }

    /** @throws IllegalArgumentException where the vectors vary in fewer directions */
    Projection first(int rank) {
        var directions = random(Math.min(rank + SPARE, mean.length));
        var variances = new double[directions.length];
        for (var round = 0; round < ROUNDS; round++) {
            for (var i = 0; i < directions.length; i++) {
                directions[i] = times(covariance, directions[i]);
                for (var j = 0; j < i; j++) {
                    add(directions[i], directions[j], -dot(directions[i], directions[j]));
                }
                variances[i] = Math.sqrt(dot(directions[i], directions[i]));
                add(directions[i], directions[i], 1 / variances[i] - 1);
            }
        }
        if (!(variances[rank - 1] > 1e-9 * variances[0])) {
            throw new IllegalArgumentException("The vectors vary in fewer than " + rank + " directions");
        }
        return whitened(directions, variances, rank);
    }

    private Projection whitened(double[][] directions, double[] variances, int rank) {
        var means = new float[mean.length];
        var numbers = new float[mean.length * rank];
        for (var i = 0; i < mean.length; i++) {
            means[i] = (float) mean[i];
            for (var j = 0; j < rank; j++) {
                numbers[i * rank + j] = (float) (directions[j][i] / Math.sqrt(variances[j]));
            }
        }
        return Projection.of(means, numbers);
    }

    private double[][] random(int count) {
        var random = new Random(SEED);
        var directions = new double[count][mean.length];
        for (var direction : directions) {
            for (var i = 0; i < direction.length; i++) {
                direction[i] = random.nextGaussian();
            }
        }
        return directions;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        var product = new double[vector.length];
        for (var i = 0; i < product.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] one, double[] other) {
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (var i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }
}
