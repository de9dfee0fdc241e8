package dev.paddock.bestofk.curves;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rewards of a run's samples, prompt by prompt, at each temperature. A prompt has any here, perhaps not at each. */
public final class Rewards {

    private final SortedMap<Integer, Map<Double, List<Double>>> byPrompt = new TreeMap<>();

    /** @param position of its prompt */
    public void add(int position, double temperature, double reward) {
        byPrompt.computeIfAbsent(position, _ -> new TreeMap<>())
                .computeIfAbsent(temperature, _ -> new ArrayList<>())
                .add(reward);
    }

    /** By temperature, the coolest first. */
    public List<Curve> curves() {
        return byPrompt.values().stream()
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .map(temperature -> Curve.of(temperature, at(temperature)))
                .toList();
    }

    private List<double[]> at(Double temperature) {
        return byPrompt.values().stream()
                .map(prompt -> array(prompt.getOrDefault(temperature, List.of())))
                .toList();
    }

    public Sweep sweep() {
        return new Sweep(byPrompt.values().stream().map(Rewards::arrays).toList());
    }

    private static Map<Double, double[]> arrays(Map<Double, List<Double>> byTemperature) {
        return byTemperature.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> array(each.getValue())));
    }

    private static double[] array(List<Double> rewards) {
        return rewards.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
