package dev.paddock.rewardmodel.training.heads;

import dev.paddock.rewardmodel.training.heads.HeadTrainer.Columns;
import java.util.List;

/**
 * How much groups of columns may say in a head. A group's scaled differences get a mean squared length of its share, however many columns
 * it has: the penalty then holds back a group with a small share more than one with a large share.
 */
public record Shares(List<Group> groups) {

    /** Neighbouring columns. */
    public record Group(int columns, double share) {}

    Columns of(Columns scale, PairTable pairs) {
        var differences = scale.differences(pairs);
        var deviation = scale.deviation().clone();
        var first = 0;
        for (var group : groups) {
            var length = Math.sqrt(meanSquaredLength(differences, first, first + group.columns()));
            for (var i = first; i < first + group.columns(); i++) {
                deviation[i] *= length / Math.sqrt(group.share());
            }
            first += group.columns();
        }
        return new Columns(scale.mean(), deviation);
    }

    /** 1 for a group whose columns never differ, which then stay as they are. */
    private static double meanSquaredLength(float[][] differences, int from, int to) {
        var sum = 0.0;
        for (var difference : differences) {
            for (var i = from; i < to; i++) {
                sum += difference[i] * difference[i];
            }
        }
        return sum > 0 ? sum / differences.length : 1;
    }
}
