package dev.paddock.rewardmodel.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How often a model agrees with people, from the gaps (reward of the chosen answer less that of the rejected one) it gave to pairs it had
 * not seen. A gap of 0 counts as half right.
 */
public record Evaluation(double[] gaps, List<String> roots) {

    private static final int RESAMPLES = 2000;

    /** In percent, as all figures here. */
    public double accuracy() {
        return 100 * Arrays.stream(gaps).map(Evaluation::right).average().orElse(Double.NaN);
    }

    public double standardError() {
        var share = accuracy() / 100;
        return 100 * Math.sqrt(share * (1 - share) / gaps.length);
    }

    /** The middle 95 % of the accuracies when conversation roots are drawn anew. */
    public Interval interval(long seed) {
        var groups = groups();
        var random = new Random(seed);
        var drawn = IntStream.range(0, RESAMPLES)
                .mapToDouble(i -> resampled(groups, random))
                .sorted()
                .toArray();
        return new Interval(drawn[(int) (0.025 * RESAMPLES)], drawn[(int) (0.975 * RESAMPLES)]);
    }

    public record Interval(double low, double high) {}

    private List<double[]> groups() {
        Map<String, List<Double>> byRoot = IntStream.range(0, gaps.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        roots::get, TreeMap::new, Collectors.mapping(i -> right(gaps[i]), Collectors.toList())));
        return byRoot.values().stream()
                .map(rights -> new double[] {rights.stream().mapToDouble(r -> r).sum(), rights.size()})
                .toList();
    }

    private static double resampled(List<double[]> groups, Random random) {
        var right = 0.0;
        var all = 0.0;
        for (var i = 0; i < groups.size(); i++) {
            var group = groups.get(random.nextInt(groups.size()));
            right += group[0];
            all += group[1];
        }
        return 100 * right / all;
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

    Evaluation only(int[] rows) {
        return new Evaluation(
                IntStream.of(rows).mapToDouble(row -> gaps[row]).toArray(),
                IntStream.of(rows).mapToObj(roots::get).toList());
    }

    static double right(double gap) {
        return gap > 0 ? 1 : gap == 0 ? 0.5 : 0;
    }
}
