package dev.paddock.bestofk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What to expect of the best of N samples at one temperature, for N from 1 to K (Llama 2, figure 7).
 *
 * @param points by N; one where no prompt has so many ranked samples is left out
 */
public record Curve(double temperature, List<Point> points) {

    /**
     * @param prompts that have at least {@code n} ranked samples at this temperature; it is a mean over those
     * @param maximum the expected largest of n rewards
     * @param median the expected median of n
     * @param gain the one minus the other: what choosing the best may bring
     */
    public record Point(int n, int prompts, Estimate maximum, Estimate median, Estimate gain) {}

    /** @param prompts the rewards of each */
    static Curve of(double temperature, List<OrderStatistics> prompts) {
        var most = prompts.stream().mapToInt(OrderStatistics::size).max().orElse(0);
        var points = new ArrayList<Point>();
        for (var n = 1; n <= most; n++) {
            points.add(point(n, prompts));
        }
        return new Curve(temperature, List.copyOf(points));
    }

    private static Point point(int n, List<OrderStatistics> prompts) {
        var enough = prompts.stream().filter(rewards -> rewards.size() >= n).toList();
        return new Point(
                n,
                enough.size(),
                estimate(enough, rewards -> rewards.expectedMaximum(n)),
                estimate(enough, rewards -> rewards.expectedMedian(n)),
                estimate(enough, rewards -> rewards.expectedMaximum(n) - rewards.expectedMedian(n)));
    }

    private static Estimate estimate(List<OrderStatistics> prompts, ToDoubleFunction<OrderStatistics> of) {
        return Estimate.of(prompts.stream().mapToDouble(of).toArray());
    }
}
