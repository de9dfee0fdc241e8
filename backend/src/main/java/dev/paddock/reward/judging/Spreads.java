package dev.paddock.reward.judging;

import dev.paddock.reward.ModelReport.Spread;
import dev.paddock.reward.judging.ScoredComparison.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the scores of each model variant's samples are spread, round by round; all on one scale, so that a shift is seen. */
final class Spreads {

    private static final int BINS = 20;
    /** So much of each end is drawn into the outermost bins: a few odd scores would squeeze all others together. */
    private static final double TAIL = 0.005;

    private record Group(String variant, int round) {}

    private final Map<Group, Map<UUID, Double>> scores = new HashMap<>();

    /** A sample that several people saw counts once. */
    Spreads(List<ScoredComparison> comparisons) {
        for (var comparison : comparisons) {
            add(comparison.round(), comparison.chosen());
            add(comparison.round(), comparison.rejected());
        }
    }

    private void add(int round, Answer answer) {
        scores.computeIfAbsent(new Group(answer.variant(), round), _ -> new HashMap<>())
                .put(answer.sample(), answer.score());
    }

    List<Spread> all() {
        var sorted = scores.values().stream()
                .flatMap(group -> group.values().stream())
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            return List.of();
        }
        var low = sorted.get((int) (TAIL * (sorted.size() - 1)));
        var high = Math.max(sorted.get((int) ((1 - TAIL) * (sorted.size() - 1))), low + 1e-6);
        return scores.entrySet().stream()
                .map(group -> spread(
                        group.getKey(),
                        group.getValue().values().stream().mapToDouble(d -> d).toArray(),
                        low,
                        high))
                .sorted(Comparator.comparing(Spread::variant).thenComparing(Spread::round))
                .toList();
    }

    private static Spread spread(Group group, double[] values, double low, double high) {
        var counts = new ArrayList<>(Collections.nCopies(BINS, 0));
        var sum = 0.0;
        var squares = 0.0;
        for (var value : values) {
            var bin = Math.clamp((int) Math.floor((value - low) / (high - low) * BINS), 0, BINS - 1);
            counts.set(bin, counts.get(bin) + 1);
            sum += value;
            squares += value * value;
        }
        var mean = sum / values.length;
        var variance = Math.max(0, squares / values.length - mean * mean);
        return new Spread(
                group.variant(),
                group.round(),
                values.length,
                mean,
                Math.sqrt(variance),
                low,
                high,
                List.copyOf(counts));
    }
}
