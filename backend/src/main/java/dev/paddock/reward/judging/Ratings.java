package dev.paddock.reward.judging;

import dev.paddock.reward.ModelReport.OfRating;
import dev.paddock.reward.judging.ScoredComparison.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the model gives to answers that people rated alike: a model that knows what it measures rises from 1 to 5. */
final class Ratings {

    private record Rated(double score, List<Integer> ratings) {

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
            add(comparison.chosen());
            add(comparison.rejected());
        }
    }

    private void add(Answer answer) {
        if (answer.rating() != null) {
            samples.computeIfAbsent(answer.sample(), _ -> new Rated(answer.score(), new ArrayList<>()))
                    .ratings()
                    .add(answer.rating());
        }
    }

    List<OfRating> means() {
        var byMedian = new TreeMap<Double, List<Double>>();
        samples.values()
                .forEach(rated -> byMedian.computeIfAbsent(rated.median(), _ -> new ArrayList<>())
                        .add(rated.score()));
        return byMedian.entrySet().stream()
                .map(group -> new OfRating(
                        group.getKey(),
                        group.getValue().size(),
                        group.getValue().stream().mapToDouble(d -> d).average().orElseThrow()))
                .toList();
    }
}
