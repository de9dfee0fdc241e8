package dev.paddock.bestofk.curves;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What to expect of the best of N samples at one temperature, for N from 1 on (Llama 2, figure 7).
 *
 * @param points by N, up to the largest that at least half of the prompts have ranked samples for; all are means over those prompts
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

    /** @param rewardsByPrompt of each 1 to {@value #MOST} */
    public static Curve of(double temperature, List<double[]> rewardsByPrompt) {
        var prompts = rewardsByPrompt.stream().map(OrderStatistics::new).toList();
        var largest = Reach.of(prompts.stream().mapToInt(OrderStatistics::size).toArray());
        var enough =
                prompts.stream().filter(rewards -> rewards.size() >= largest).toList();
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
