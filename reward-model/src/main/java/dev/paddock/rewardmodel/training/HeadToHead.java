package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Two models on the same pairs: by how many points of accuracy the first one leads. */
public record HeadToHead(Evaluation first, Evaluation second) {

    public double lead() {
        return first.accuracy() - second.accuracy();
    }

    /**
     * The middle 95 % of the leads when conversation roots are drawn anew, for both models the same ones; of few, which are alike too easily,
     * as wide at least as {@linkplain #ofFew another one} says.
     */
    public Interval interval(long seed) {
        var leads = IntStream.range(0, first.gaps().length)
                .mapToDouble(row -> Evaluation.right(first.gaps()[row]) - Evaluation.right(second.gaps()[row]))
                .toArray();
        var drawn = Bootstrap.interval(leads, first.roots(), seed);
        var conversations = first.conversations();
        return conversations < Bootstrap.FEWEST ? drawn.and(ofFew(leads, conversations)) : drawn;
    }

    /**
     * As if there were two pairs more, on half of one of them the first model leading and on half of one the second:
     * {@code d ± z √(b + c + 1 - (b - c)²/(n + 2)) / (n + 2)} around {@code d = (b - c)/(n + 2)}, with b and c of n on which the one and the other
     * leads (A. Agresti and Y. Min, "Simple improved confidence intervals for comparing matched proportions", Statistics in Medicine 24, 2005,
     * pages 729 to 740).
     */
    private static Interval ofFew(double[] leads, int conversations) {
        var apart =
                conversations * Arrays.stream(leads).map(Math::abs).average().orElse(0);
        var ahead = conversations * Arrays.stream(leads).average().orElse(0);
        var more = conversations + 2;
        var half = Wilson.Z * Math.sqrt(apart + 1 - ahead * ahead / more) / more;
        return new Interval(100 * Math.max(-1, ahead / more - half), 100 * Math.min(1, ahead / more + half));
    }
}
