package dev.paddock.reward.judging;

import dev.paddock.reward.ModelReport.Reliability;
import dev.paddock.rewardmodel.scoring.CombinedReward;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a model is right as often as its gaps say. Scores are logits, so by the Bradley-Terry model the answer with the higher one is the
 * preferred one with probability {@code sigmoid(|gap|)}.
 */
record Calibration(List<ScoredComparison> comparisons) {

    private static final int BINS = 10;

    List<Reliability> curve() {
        var rows = new ArrayList<Reliability>();
        for (var bin = 0; bin < BINS; bin++) {
            var from = 0.5 + 0.5 * bin / BINS;
            var to = 0.5 + 0.5 * (bin + 1) / BINS;
            var last = bin == BINS - 1;
            var inside = comparisons.stream()
                    .filter(comparison -> sureness(comparison) >= from && (last || sureness(comparison) < to))
                    .toList();
            if (!inside.isEmpty()) {
                rows.add(new Reliability(
                        from,
                        to,
                        inside.size(),
                        100
                                * inside.stream()
                                        .mapToDouble(Calibration::sureness)
                                        .average()
                                        .orElseThrow(),
                        100
                                * inside.stream()
                                        .mapToDouble(Calibration::right)
                                        .average()
                                        .orElseThrow()));
            }
        }
        return rows;
    }

    private static double sureness(ScoredComparison comparison) {
        return CombinedReward.sigmoid(Math.abs(comparison.gap()));
    }

    private static double right(ScoredComparison comparison) {
        return (1 + Math.signum(comparison.gap())) / 2;
    }
}
