package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.training.heads.RankingLoss;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often a model agrees with people, from the gaps (reward of the chosen answer less that of the rejected one) it gave to pairs it had
 * not seen. A gap of 0 counts as half right.
 */
public record Evaluation(double[] gaps, List<String> roots) {

    /** In percent, as all figures here. */
    public double accuracy() {
        return 100 * Arrays.stream(gaps).map(Evaluation::right).average().orElse(Double.NaN);
    }

    public double standardError() {
        return standardError(accuracy(), gaps.length);
    }

    /** @param independent how many of them there are that hang on no other */
    public static double standardError(double accuracy, int independent) {
        return Math.sqrt(accuracy * (100 - accuracy) / independent);
    }

    /**
     * The middle 95 % of the accuracies when conversation roots are drawn anew. Where there are too few of them, or all are alike, that knows
     * too little, or nothing: then it is as wide as {@link Wilson}'s for their number at least.
     */
    public Interval interval(long seed) {
        var drawn =
                Bootstrap.interval(Arrays.stream(gaps).map(Evaluation::right).toArray(), roots, seed);
        var conversations = conversations();
        if (conversations >= Bootstrap.FEWEST && drawn.low() < drawn.high()) {
            return drawn;
        }
        var share = new Wilson(accuracy() / 100, conversations);
        return drawn.and(new Interval(100 * share.low(), 100 * share.high()));
    }

    /** How many different ones the pairs are of. */
    public int conversations() {
        return (int) roots.stream().distinct().count();
    }

    public record Interval(double low, double high) {

        /** The smallest one that holds both. */
        Interval and(Interval other) {
            return new Interval(Math.min(low, other.low), Math.max(high, other.high));
        }

        /** Half of what holds 95 % is 1.96 of them. */
        public double standardError() {
            return (high - low) / (2 * 1.96);
        }
    }

    /** Accuracy in the quarter of the pairs with the largest gaps, then the next: a model that knows when it knows falls steeply. */
    public List<Double> accuracyByGapQuarter() {
        var byGap = Arrays.stream(gaps)
                .boxed()
                .sorted(Comparator.comparing((Double gap) -> -Math.abs(gap)))
                .toList();
        return IntStream.range(0, 4)
                .mapToObj(quarter -> byGap.subList(quarter * byGap.size() / 4, (quarter + 1) * byGap.size() / 4))
                .map(part -> 100
                        * part.stream().mapToDouble(Evaluation::right).average().orElse(Double.NaN))
                .toList();
    }

    public double meanLoss() {
        return Arrays.stream(gaps).map(gap -> RankingLoss.of(gap, 0)).average().orElse(Double.NaN);
    }

    public Evaluation only(int[] rows) {
        return new Evaluation(
                IntStream.of(rows).mapToDouble(row -> gaps[row]).toArray(),
                IntStream.of(rows).mapToObj(roots::get).toList());
    }

    /** The accuracy of preferring the longer answer always, or the shorter, whichever is right more often. */
    public static double lengthOnly(Stream<PreferencePair> pairs) {
        var longer = pairs.mapToDouble(
                        pair -> right(pair.chosen().length() - pair.rejected().length()))
                .average()
                .orElse(0.5);
        return 100 * Math.max(longer, 1 - longer);
    }

    static double right(double gap) {
        return gap > 0 ? 1 : gap == 0 ? 0.5 : 0;
    }
}
