package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Cross-validation by conversation root. {@link #nested} chooses the candidate anew inside every training part, so that no pair has a say in
 * the model it is judged by; its figures are the honest ones. Lent pairs are trained on in every fold, but for those of a conversation that is
 * judged there, and never judged.
 */
final class CrossValidation {

    private static final int OUTER = 5;
    private static final int INNER = 4;

    private final PairTable table;
    private final PairTable lent;
    private final List<Block> available;
    private final long seed;

    CrossValidation(PairTable table, PairTable lent, List<Block> available, long seed) {
        this.table = table;
        this.lent = lent;
        this.available = available;
        this.seed = seed;
    }

    /** @param chosen the candidate that won inside each outer fold */
    record Nested(Evaluation evaluation, List<Candidate> chosen) {}

    Nested nested(List<Candidate> candidates) {
        var folds = Folds.byRoot(table.roots(), OUTER, seed);
        var gaps = new double[table.size()];
        var chosen = new ArrayList<Candidate>();
        for (var fold = 0; fold < OUTER; fold++) {
            var best = new CrossValidation(
                            table.rows(folds.outside(fold)), lentOutside(folds, fold), available, seed + 1 + fold)
                    .best(candidates);
            judge(best, folds, fold, gaps);
            chosen.add(best);
        }
        return new Nested(new Evaluation(gaps, table.roots()), chosen);
    }

    /** The candidate with the lowest loss on pairs it was not fitted on. */
    Candidate best(List<Candidate> candidates) {
        return candidates.stream()
                .min(Comparator.comparingDouble(candidate -> plain(candidate).meanLoss()))
                .orElseThrow();
    }

    /** One candidate, fitted on all folds but the one it is judged on. */
    Evaluation plain(Candidate candidate) {
        var folds = Folds.byRoot(table.roots(), INNER, seed);
        var gaps = new double[table.size()];
        for (var fold = 0; fold < INNER; fold++) {
            judge(candidate, folds, fold, gaps);
        }
        return new Evaluation(gaps, table.roots());
    }

    private void judge(Candidate candidate, Folds folds, int fold, double[] gaps) {
        var training = table.rows(folds.outside(fold)).and(lentOutside(folds, fold));
        var head = candidate.fit(training, available);
        for (var row : folds.inside(fold)) {
            gaps[row] = gap(head, candidate, row);
        }
    }

    private PairTable lentOutside(Folds folds, int fold) {
        var judged = new HashSet<String>();
        for (var row : folds.inside(fold)) {
            judged.add(table.roots().get(row));
        }
        return lent.without(judged);
    }

    private double gap(LinearHead head, Candidate candidate, int row) {
        return head.reward(candidate.columns(table.chosen()[row], available))
                - head.reward(candidate.columns(table.rejected()[row], available));
    }
}
