package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How sure a mean is, where what belongs together is drawn together: the percentile bootstrap over groups (Efron 1979). */
final class Bootstrap {

    private static final int RESAMPLES = 2000;

    private Bootstrap() {}

    /**
     * The middle 95 % of the means, in percent, when groups are drawn anew.
     *
     * @param groups of the values, one by one
     */
    static Interval interval(double[] values, List<String> groups, long seed) {
        var totals = totals(values, groups);
        var random = new Random(seed);
        var drawn = IntStream.range(0, RESAMPLES)
                .mapToDouble(_ -> resampled(totals, random))
                .sorted()
                .toArray();
        return new Interval(drawn[(int) (0.025 * RESAMPLES)], drawn[(int) (0.975 * RESAMPLES)]);
    }

    /** Of each group the sum and how many they are. */
    private static List<double[]> totals(double[] values, List<String> groups) {
        var byGroup = new TreeMap<String, double[]>();
        for (var i = 0; i < values.length; i++) {
            var total = byGroup.computeIfAbsent(groups.get(i), _ -> new double[2]);
            total[0] += values[i];
            total[1]++;
        }
        return new ArrayList<>(byGroup.values());
    }

    private static double resampled(List<double[]> totals, Random random) {
        var sum = 0.0;
        var count = 0.0;
        for (var i = 0; i < totals.size(); i++) {
            var total = totals.get(random.nextInt(totals.size()));
            sum += total[0];
            count += total[1];
        }
        return 100 * sum / count;
    }
}
