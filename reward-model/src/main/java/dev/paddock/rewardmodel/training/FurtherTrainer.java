package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.training.HeadTrainer.Columns;

/**
 * Trains a head further: the less there is to learn from, the nearer it stays to what it was. Where answers have safety labels the bias is
 * learnt from them; otherwise it is chosen so that the mean reward of the answers is 0.
 *
 * @param l2 the penalty on what the scaled weights change by
 * @param safetyWeight what the safety loss counts beside the ranking loss
 */
record FurtherTrainer(double l2, double safetyWeight) {

    private static final int ITERATIONS = 200;
    private static final double TOLERANCE = 1e-4;

    LinearHead fit(LinearHead before, PairTable pairs, SafetyExamples labelled) {
        var scale = Columns.of(pairs);
        var gaps = new double[pairs.size()];
        for (var row = 0; row < gaps.length; row++) {
            gaps[row] = before.reward(pairs.chosen()[row]) - before.reward(pairs.rejected()[row]);
        }
        var rewards = new double[labelled.size()];
        var answers = new float[labelled.size()][];
        for (var row = 0; row < rewards.length; row++) {
            rewards[row] = before.reward(labelled.vectors()[row]);
            answers[row] = scale.scaled(labelled.vectors()[row]);
        }
        var objective = new FurtherObjective(
                scale.differences(pairs), pairs.margins(), gaps, answers, labelled.safe(), rewards, l2, safetyWeight);
        var change = new Lbfgs(ITERATIONS, TOLERANCE).minimise(objective, new double[pairs.width() + 1]);
        return changed(before, change, scale, pairs, labelled);
    }

    private static LinearHead changed(
            LinearHead before, double[] change, Columns scale, PairTable pairs, SafetyExamples labelled) {
        var weights = before.weights().clone();
        var bias = before.bias() + change[change.length - 1];
        for (var i = 0; i < weights.length; i++) {
            var moved = change[i] / scale.deviation()[i];
            weights[i] += moved;
            bias -= moved * scale.mean()[i];
        }
        var head = new LinearHead(weights, bias);
        return labelled.size() > 0 ? head : new LinearHead(weights, bias - meanReward(head, pairs));
    }

    private static double meanReward(LinearHead head, PairTable pairs) {
        var sum = 0.0;
        for (var row = 0; row < pairs.size(); row++) {
            sum += head.reward(pairs.chosen()[row]) + head.reward(pairs.rejected()[row]);
        }
        return sum / (2.0 * pairs.size());
    }
}
