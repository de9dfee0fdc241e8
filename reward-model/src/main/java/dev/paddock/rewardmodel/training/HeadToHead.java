package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.stream.IntStream;

/** Two models on the same pairs: by how many points of accuracy the first one leads. */
public record HeadToHead(Evaluation first, Evaluation second) {

    public double lead() {
        return first.accuracy() - second.accuracy();
    }

    /** The middle 95 % of the leads when conversation roots are drawn anew, for both models the same ones. */
    public Interval interval(long seed) {
        var leads = IntStream.range(0, first.gaps().length)
                .mapToDouble(row -> Evaluation.right(first.gaps()[row]) - Evaluation.right(second.gaps()[row]))
                .toArray();
        return Bootstrap.interval(leads, first.roots(), seed);
    }
}
