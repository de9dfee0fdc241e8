package dev.paddock.bestofk.curves;

import dev.paddock.bestofk.curves.SweepRow.Maximum;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares temperatures on the prompts that have enough samples left at each of them. Other prompts at each temperature would compare prompts: an
 * easy one that kept its samples where the hard ones lost theirs makes any temperature the best.
 */
public final class Sweep {

    /** Of fewer prompts a standard error says too little to name a temperature by. */
    static final int LEAST_PROMPTS = 5;

    private static final List<Integer> TOLD = List.of(1, 2, 5, 10, 20, 50, 100);

    private final List<Double> temperatures;
    private final List<Map<Double, OrderStatistics>> prompts;
    private final int largest;

    /** @param rewards of each prompt by temperature; a temperature where it has none is missing */
    public Sweep(Collection<Map<Double, double[]>> rewards) {
        var prompts = rewards.stream().map(Sweep::statistics).toList();
        temperatures = enough(prompts);
        largest = temperatures.isEmpty()
                ? 0
                : Reach.of(prompts.stream().mapToInt(this::shared).toArray());
        this.prompts =
                prompts.stream().filter(prompt -> shared(prompt) >= largest).toList();
    }

    private static Map<Double, OrderStatistics> statistics(Map<Double, double[]> rewards) {
        var statistics = new TreeMap<Double, OrderStatistics>();
        rewards.forEach((temperature, each) -> statistics.put(temperature, new OrderStatistics(each)));
        return statistics;
    }

    /** Those that reach half as far as the one that reaches farthest: another would take the comparison of the others away. */
    private static List<Double> enough(Collection<Map<Double, OrderStatistics>> prompts) {
        var reaches = new TreeMap<Double, Integer>();
        prompts.forEach(prompt -> prompt.keySet()
                .forEach(temperature -> reaches.computeIfAbsent(temperature, each -> reach(prompts, each))));
        var farthest =
                reaches.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return reaches.entrySet().stream()
                .filter(each -> each.getValue() > 0 && 2 * each.getValue() >= farthest)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int reach(Collection<Map<Double, OrderStatistics>> prompts, Double temperature) {
        return Reach.of(prompts.stream()
                .mapToInt(prompt -> size(prompt.get(temperature)))
                .toArray());
    }

    private static int size(@Nullable OrderStatistics rewards) {
        return rewards == null ? 0 : rewards.size();
    }

    private int shared(Map<Double, OrderStatistics> prompt) {
        return temperatures.stream()
                .mapToInt(temperature -> size(prompt.get(temperature)))
                .min()
                .orElse(0);
    }

    /** For some N up to the largest that at least half of the prompts have at each temperature, and that one; empty where there is none. */
    public List<SweepRow> rows() {
        return IntStream.rangeClosed(1, largest)
                .filter(n -> n == largest || TOLD.contains(n))
                .mapToObj(this::row)
                .toList();
    }

    private SweepRow row(int n) {
        var leading = temperatures.stream()
                .max(Comparator.comparingDouble(
                        temperature -> Estimate.of(maxima(n, temperature)).mean()))
                .orElseThrow();
        var maxima = temperatures.stream()
                .map(temperature -> maximum(n, temperature, leading))
                .toList();
        return new SweepRow(n, prompts.size(), leads(maxima) ? leading : null, maxima);
    }

    private Maximum maximum(int n, Double temperature, Double leading) {
        var own = maxima(n, temperature);
        var first = maxima(n, leading);
        var behind = IntStream.range(0, own.length)
                .mapToDouble(prompt -> first[prompt] - own[prompt])
                .toArray();
        return new Maximum(temperature, Estimate.of(own), temperature.equals(leading) ? null : Estimate.of(behind));
    }

    private double[] maxima(int n, Double temperature) {
        return prompts.stream()
                .mapToDouble(prompt ->
                        Objects.requireNonNull(prompt.get(temperature)).expectedMaximum(n))
                .toArray();
    }

    private boolean leads(List<Maximum> maxima) {
        return maxima.size() > 1
                && prompts.size() >= LEAST_PROMPTS
                && maxima.stream().map(Maximum::behind).allMatch(this::isClear);
    }

    private boolean isClear(@Nullable Estimate behind) {
        return behind == null
                || behind.error() == null
                || behind.mean() > StudentT.quantile(prompts.size() - 1) * behind.error();
    }
}
