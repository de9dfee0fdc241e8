package dev.paddock.rewardmodel.training.heads;

import dev.paddock.rewardmodel.training.heads.HeadTrainer.Columns;
import java.util.stream.IntStream;

/**
 * Trains a head further: the less there is to learn from, the nearer it stays to what it was. Where answers have safety labels the bias is
 * learnt from them; otherwise it is chosen so that the mean reward of the answers is 0. What does not hang on the penalty is done once, for
 * many penalties to be tried.
 */
final class FurtherTrainer {

    private static final int ITERATIONS = 200;
    private static final double TOLERANCE = 1e-4;

    private final LinearHead before;
    private final PairTable pairs;
    private final SafetyExamples labelled;
    private final Columns scale;
    private final float[][] differences;
    private final double[] gaps;
    private final float[][] answers;
    private final double[] rewards;

    FurtherTrainer(LinearHead before, PairTable pairs, SafetyExamples labelled) {
        this.before = before;
        this.pairs = pairs;
        this.labelled = labelled;
        this.scale = Columns.of(pairs);
        this.differences = scale.differences(pairs);
        this.gaps = before.gaps(pairs);
        this.answers = rows(labelled.size())
                .mapToObj(row -> scale.scaled(labelled.vectors()[row]))
                .toArray(float[][]::new);
        this.rewards = rows(labelled.size())
                .mapToDouble(row -> before.reward(labelled.vectors()[row]))
                .toArray();
    }

    private static IntStream rows(int count) {
        return IntStream.range(0, count).parallel();
    }

    /**
     * @param l2 the penalty on what the scaled weights change by
     * @param safetyWeight what the safety loss counts beside the ranking loss
     */
    LinearHead fit(double l2, double safetyWeight) {
        var objective = new FurtherObjective(
                differences, pairs.margins(), gaps, answers, labelled.safe(), rewards, l2, safetyWeight);
        return changed(new Lbfgs(ITERATIONS, TOLERANCE).minimise(objective, new double[pairs.width() + 1]));
    }

    private LinearHead changed(double[] change) {
        var weights = before.weights().clone();
        var bias = before.bias() + change[change.length - 1];
        for (var i = 0; i < weights.length; i++) {
            var moved = change[i] / scale.deviation()[i];
            weights[i] += moved;
            bias -= moved * scale.mean()[i];
        }
        // A head is linear: the mean of the rewards is the reward of the mean.
        var head = new LinearHead(weights, bias);
        return labelled.size() > 0 ? head : new LinearHead(weights, bias - head.reward(scale.mean()));
    }
}
