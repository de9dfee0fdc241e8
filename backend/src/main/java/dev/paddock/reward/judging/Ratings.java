package dev.paddock.reward.judging;

import dev.paddock.reward.ModelReport.OfRating;
import dev.paddock.reward.judging.ScoredComparison.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the model gives to answers that people rated alike: a model that knows what it measures rises from 1 to 5. */
final class Ratings {

    private record Rated(String root, double score, List<Integer> ratings) {

        /** The mean of the middle two where they are even in number. */
        double median() {
            var sorted = ratings.stream().sorted().toList();
            var upper = sorted.get(sorted.size() / 2);
            return sorted.size() % 2 == 1 ? upper : (sorted.get(sorted.size() / 2 - 1) + upper) / 2.0;
        }
    }

    private final Map<UUID, Rated> samples = new HashMap<>();

    Ratings(List<ScoredComparison> comparisons) {
        for (var comparison : comparisons) {
            add(comparison.root(), comparison.chosen());
            add(comparison.root(), comparison.rejected());
        }
    }

    private void add(String root, Answer answer) {
        if (answer.rating() != null) {
            samples.computeIfAbsent(answer.sample(), _ -> new Rated(root, answer.score(), new ArrayList<>()))
                    .ratings()
                    .add(answer.rating());
        }
    }

    List<OfRating> means() {
        var byMedian = new TreeMap<Double, List<Rated>>();
        samples.values()
                .forEach(rated -> byMedian.computeIfAbsent(rated.median(), _ -> new ArrayList<>())
                        .add(rated));
        return byMedian.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    private static OfRating of(double median, List<Rated> group) {
        var mean = group.stream().mapToDouble(Rated::score).average().orElseThrow();
        return new OfRating(median, group.size(), mean, standardError(group, mean));
    }

    /** By the sums of what the samples of one conversation are off the mean: two answers to one question are no two questions. */
    private static @Nullable Double standardError(List<Rated> group, double mean) {
        var off = group.stream()
                .collect(Collectors.groupingBy(Rated::root, Collectors.summingDouble(rated -> rated.score() - mean)));
        if (off.size() < 2) {
            return null;
        }
        var squares = off.values().stream().mapToDouble(sum -> sum * sum).sum();
        return Math.sqrt(squares * off.size() / (off.size() - 1)) / group.size();
    }
}
