package dev.paddock.rewardmodel.training.heads;

import java.util.Arrays;

/**
 * The mean ranking loss of a linear head over pairs, each times its weight, plus {@code l2/2} times its squared length.
 *
 * @param differences what the chosen answer's vector has more than the rejected one's, a row each
 */
record RankingObjective(float[][] differences, double[] margins, double[] weightOfPair, double l2)
        implements Objective {

    @Override
    public double at(double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        var loss = 0.0;
        for (var row = 0; row < differences.length; row++) {
            var difference = differences[row];
            var gap = LinearHead.dot(weights, difference);
            loss += weightOfPair[row] * RankingLoss.of(gap, margins[row]);
            var slope = weightOfPair[row] * RankingLoss.slope(gap, margins[row]);
            for (var i = 0; i < gradient.length; i++) {
                gradient[i] += slope * difference[i];
            }
        }
        return loss / differences.length + penalty(weights, gradient);
    }

    private double penalty(double[] weights, double[] gradient) {
        var squares = 0.0;
        for (var i = 0; i < weights.length; i++) {
            gradient[i] = gradient[i] / differences.length + l2 * weights[i];
            squares += weights[i] * weights[i];
        }
        return l2 / 2 * squares;
    }
}
