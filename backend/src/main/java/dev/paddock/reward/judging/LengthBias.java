package dev.paddock.reward.judging;

import java.util.List;
import java.util.function.Predicate;

/** Whether people, and the model, prefer longer answers as such. */
record LengthBias(List<ScoredComparison> comparisons) {

    /** An accuracy, in percent: equally long answers count as half right. */
    double lengthOnly() {
        var longer = comparisons.stream()
                .mapToInt(comparison -> Integer.compare(
                        comparison.chosen().length(), comparison.rejected().length()))
                .mapToDouble(sign -> (1 + sign) / 2.0)
                .average()
                .orElse(0.5);
        return 100 * Math.max(longer, 1 - longer);
    }

    double longerByPeople() {
        return share(comparison ->
                comparison.chosen().length() > comparison.rejected().length());
    }

    double longerByModel() {
        return share(comparison ->
                comparison.chosen().length() > comparison.rejected().length() == comparison.gap() > 0
                        && comparison.gap() != 0);
    }

    private double share(Predicate<ScoredComparison> longer) {
        var differing = comparisons.stream()
                .filter(comparison ->
                        comparison.chosen().length() != comparison.rejected().length())
                .toList();
        return differing.isEmpty()
                ? 50
                : 100.0 * differing.stream().filter(longer).count() / differing.size();
    }
}
