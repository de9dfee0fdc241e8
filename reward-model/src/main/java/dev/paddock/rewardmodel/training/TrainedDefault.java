package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.Pooling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A default head as it came out of training, with the figures that go on its card. */
record TrainedDefault(
        TrainingSet set,
        PairTable table,
        Lent lent,
        List<Block> available,
        Axes axes,
        CrossValidation.Nested nested,
        Design design,
        LinearHead head) {

    /** SHA-256 of every file that had a part in the head, by name. */
    Map<String, String> hashes() {
        var all = new TreeMap<>(set.hashes());
        all.putAll(lent.hashes());
        return all;
    }

    /** Whether it reads products of prompt and answer. */
    boolean multiplies() {
        return design.blocks().stream().anyMatch(block -> block.pooling() == Pooling.PROMPT_BY_ANSWER);
    }

    double reward(float[] vector) {
        return head.reward(design.columns(vector, available));
    }

    /** Accuracy of this head on pairs of the other kind. */
    Evaluation on(PairTable other) {
        var gaps = new double[other.size()];
        for (var row = 0; row < gaps.length; row++) {
            gaps[row] = reward(other.chosen()[row]) - reward(other.rejected()[row]);
        }
        return new Evaluation(gaps, other.roots());
    }

    double meanReward() {
        return rewards().average().orElseThrow();
    }

    double deviation() {
        var mean = meanReward();
        return Math.sqrt(rewards()
                .map(reward -> (reward - mean) * (reward - mean))
                .average()
                .orElseThrow());
    }

    private DoubleStream rewards() {
        return Stream.of(table.chosen(), table.rejected())
                .flatMap(Arrays::stream)
                .mapToDouble(this::reward);
    }
}
