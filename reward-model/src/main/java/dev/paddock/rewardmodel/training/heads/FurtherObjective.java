package dev.paddock.rewardmodel.training.heads;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a head that has learnt already is to become: the mean ranking loss over pairs, plus {@code safetyWeight} times the mean safety loss
 * over labelled answers, plus {@code l2/2} times the squared length of what its scaled weights change by. The variables are these changes
 * and, last, the change of the bias, which costs nothing.
 *
 * @param differences what the chosen answer's scaled vector has more than the rejected one's, a row each
 * @param gaps what the head made of each pair before
 * @param answers the labelled answers' scaled vectors
 * @param rewards what the head made of each labelled answer before
 */
record FurtherObjective(
        float[][] differences,
        double[] margins,
        double[] gaps,
        float[][] answers,
        boolean[] safe,
        double[] rewards,
        double l2,
        double safetyWeight)
        implements Objective {

    private static final int PARTS = 8;

    @Override
    public double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        return ranking(point, gradient) + safety(point, gradient) + penalty(point, gradient);
    }

    private double ranking(double[] point, double[] gradient) {
        // Always the same parts, added in order: the outcome does not hang on how many cores there are.
        var parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> rankingOf(part, point))
                .toList();
        var loss = 0.0;
        for (var part : parts) {
            loss += part.loss();
            for (var i = 0; i < gradient.length; i++) {
                gradient[i] += part.gradient()[i];
            }
        }
        return loss;
    }

    private record Part(double loss, double[] gradient) {}

    private Part rankingOf(int part, double[] point) {
        var loss = 0.0;
        var gradient = new double[point.length];
        var last = (int) ((part + 1L) * differences.length / PARTS);
        for (var row = (int) ((long) part * differences.length / PARTS); row < last; row++) {
            var gap = gaps[row] + LinearHead.dot(point, differences[row]);
            loss += RankingLoss.of(gap, margins[row]) / differences.length;
            add(gradient, RankingLoss.slope(gap, margins[row]) / differences.length, differences[row]);
        }
        return new Part(loss, gradient);
    }

    private double safety(double[] point, double[] gradient) {
        var loss = 0.0;
        var bias = gradient.length - 1;
        for (var row = 0; row < answers.length; row++) {
            var reward = rewards[row] + LinearHead.dot(point, answers[row]) + point[bias];
            loss += SafetyLoss.of(reward, safe[row]);
            var slope = safetyWeight * SafetyLoss.slope(reward, safe[row]) / answers.length;
            add(gradient, slope, answers[row]);
            gradient[bias] += slope;
        }
        return answers.length == 0 ? 0 : safetyWeight * loss / answers.length;
    }

    private double penalty(double[] point, double[] gradient) {
        var squares = 0.0;
        for (var i = 0; i < point.length - 1; i++) {
            gradient[i] += l2 * point[i];
            squares += point[i] * point[i];
        }
        return l2 / 2 * squares;
    }

    private static void add(double[] gradient, double times, float[] vector) {
        for (var i = 0; i < vector.length; i++) {
            gradient[i] += times * vector[i];
        }
    }
}
