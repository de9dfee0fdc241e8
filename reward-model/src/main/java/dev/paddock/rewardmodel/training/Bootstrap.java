package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How sure a mean is, where what belongs together is drawn together: the percentile bootstrap over groups (Efron 1979). */
final class Bootstrap {

    /** Of fewer groups it is too narrow: of five it holds the truth five times in six, and is a point where all are alike. */
    static final int FEWEST = 20;

    private static final int RESAMPLES = 2000;

    private Bootstrap() {}

    /**
     * The middle 95 % of the means, in percent, when groups are drawn anew.
     *
     * @param groups of the values, one by one
     */
    static Interval interval(double[] values, List<String> groups, long seed) {
        var totals = Totals.of(values, groups);
        var random = new Random(seed);
        var drawn = IntStream.range(0, RESAMPLES)
                .mapToDouble(_ -> totals.resampled(random))
                .sorted()
                .toArray();
        return new Interval(drawn[(int) (0.025 * RESAMPLES)], drawn[(int) (0.975 * RESAMPLES)]);
    }

    /** Of each group the sum and how many they are; side by side, as the memory is what drawing many of them takes its time for. */
    private record Totals(double[] sums, double[] counts) {

        static Totals of(double[] values, List<String> groups) {
            var byGroup = new TreeMap<String, double[]>();
            for (var i = 0; i < values.length; i++) {
                var total = byGroup.computeIfAbsent(groups.get(i), _ -> new double[2]);
                total[0] += values[i];
                total[1]++;
            }
            return new Totals(column(byGroup.values(), 0), column(byGroup.values(), 1));
        }

        private static double[] column(Collection<double[]> totals, int column) {
            return totals.stream().mapToDouble(total -> total[column]).toArray();
        }

        double resampled(Random random) {
            var sum = 0.0;
            var count = 0.0;
            for (var i = 0; i < sums.length; i++) {
                var drawn = random.nextInt(sums.length);
                sum += sums[drawn];
                count += counts[drawn];
            }
            return 100 * sum / count;
        }
    }
}
