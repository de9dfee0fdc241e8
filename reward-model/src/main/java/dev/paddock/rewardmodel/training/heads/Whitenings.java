package dev.paddock.rewardmodel.training.heads;

import dev.paddock.rewardmodel.scoring.ModelCard.Whitening;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Mean and deviation of the rewards of all answers of a table, by which scores of different models come to one scale. */
public final class Whitenings {

    private Whitenings() {}

    public static Whitening of(LinearHead head, PairTable table) {
        var mean = rewards(head, table).average().orElseThrow();
        var variance = rewards(head, table)
                .map(reward -> (reward - mean) * (reward - mean))
                .average()
                .orElseThrow();
        return new Whitening(mean, Math.sqrt(variance));
    }

    private static DoubleStream rewards(LinearHead head, PairTable table) {
        return Stream.of(table.chosen(), table.rejected())
                .flatMap(Arrays::stream)
                .mapToDouble(head::reward);
    }
}
