package dev.paddock.bestofk.curves;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What to expect of the best of N samples at one temperature, for N from 1 on (Llama 2, figure 7).
 *
 * @param points by N, up to the largest that at least half of the prompts have ranked samples for; all are means over those prompts. Empty
 *     where most prompts have none
 */
public record Curve(double temperature, List<Point> points) {

    /** More rewards than these are not taken. */
    public static final int MOST = OrderStatistics.MOST;

    /**
     * @param prompts how many it is a mean over, the same ones for each n: with others for a larger n the largest could fall
     * @param maximum the expected largest of n rewards
     * @param median the expected median of n
     * @param gain the one minus the other: what choosing the best may bring
     */
    public record Point(int n, int prompts, Estimate maximum, Estimate median, Estimate gain) {}

    /** @param rewardsByPrompt of each at most {@value #MOST}, and none of one that has lost all samples at this temperature */
    public static Curve of(double temperature, List<double[]> rewardsByPrompt) {
        var largest = Reach.of(
                rewardsByPrompt.stream().mapToInt(rewards -> rewards.length).toArray());
        var enough = rewardsByPrompt.stream()
                .filter(rewards -> largest > 0 && rewards.length >= largest)
                .map(OrderStatistics::new)
                .toList();
        return new Curve(
                temperature,
                IntStream.rangeClosed(1, largest)
                        .mapToObj(n -> point(n, enough))
                        .toList());
    }

    private static Point point(int n, List<OrderStatistics> prompts) {
        return new Point(
                n,
                prompts.size(),
                estimate(prompts, rewards -> rewards.expectedMaximum(n)),
                estimate(prompts, rewards -> rewards.expectedMedian(n)),
                estimate(prompts, rewards -> rewards.expectedMaximum(n) - rewards.expectedMedian(n)));
    }

    private static Estimate estimate(List<OrderStatistics> prompts, ToDoubleFunction<OrderStatistics> of) {
        return Estimate.of(prompts.stream().mapToDouble(of).toArray());
    }
}
