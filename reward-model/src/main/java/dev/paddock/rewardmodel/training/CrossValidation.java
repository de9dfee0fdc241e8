package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.training.heads.Folds;
import dev.paddock.rewardmodel.training.heads.PairTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Cross-validation by conversation root. {@link #nested} chooses among the given designs anew inside every training part: of what they differ
 * in, nothing is chosen by the pairs that it is judged by. What they have in common is not nested. Those of {@link DefaultRecipe} differ in the
 * penalty alone; their blocks, shares and weights were settled by looking at the same pairs, and the axes of the products were fitted on the
 * texts of all of them, so the figures may be a little high. Lent pairs are trained on in every fold, but for those of a conversation that is
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

    /** @param designs the one that won inside each outer fold */
    record Nested(Evaluation evaluation, List<Design> designs) {}

    Nested nested(List<Design> designs) {
        var folds = Folds.byRoot(table.roots(), OUTER, seed);
        var gaps = new double[table.size()];
        var winners = new ArrayList<Design>();
        for (var fold = 0; fold < OUTER; fold++) {
            var best = new CrossValidation(
                            table.rows(folds.outside(fold)), lentOutside(folds, fold), available, seed + 1 + fold)
                    .best(designs);
            judge(best, folds, fold, gaps);
            winners.add(best);
        }
        return new Nested(new Evaluation(gaps, table.roots()), winners);
    }

    /** The design with the lowest loss on pairs it was not fitted on. */
    Design best(List<Design> designs) {
        return designs.stream()
                .min(Comparator.comparingDouble(design -> plain(design).meanLoss()))
                .orElseThrow();
    }

    /** One design, fitted on all folds but the one it is judged on. */
    Evaluation plain(Design design) {
        var folds = Folds.byRoot(table.roots(), INNER, seed);
        var gaps = new double[table.size()];
        for (var fold = 0; fold < INNER; fold++) {
            judge(design, folds, fold, gaps);
        }
        return new Evaluation(gaps, table.roots());
    }

    private void judge(Design design, Folds folds, int fold, double[] gaps) {
        var training = table.rows(folds.outside(fold)).and(lentOutside(folds, fold));
        var head = design.fit(training, available);
        var judged = folds.inside(fold);
        var given = head.gaps(design.columns(table.rows(judged), available));
        for (var i = 0; i < judged.length; i++) {
            gaps[judged[i]] = given[i];
        }
    }

    private PairTable lentOutside(Folds folds, int fold) {
        var judged = new HashSet<String>();
        for (var row : folds.inside(fold)) {
            judged.add(table.roots().get(row));
        }
        return lent.without(judged);
    }
}
