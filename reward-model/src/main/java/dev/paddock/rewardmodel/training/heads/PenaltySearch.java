package dev.paddock.rewardmodel.training.heads;

import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses how far a head may move from where it starts: by the loss on own pairs that were left out of each fit, in folds by conversation
 * root; then fits it to all.
 *
 * @param table own pairs first, then those from elsewhere, which are always trained on
 * @param labelled of the own pairs, in their order; empty where the safety loss is not asked for
 */
public record PenaltySearch(
        LinearHead start, PairTable table, List<LabelledPair> labelled, int own, double safetyWeight) {

    static final double[] PENALTIES = {0.03, 0.1, 0.3, 1, 3, 10, 100};

    private static final int FOLDS = 4;
    private static final long SEED = 1;

    /** Pairs that are enough to tell penalties apart; more would only take longer. */
    private static final int MOST = 8_000;

    public record Found(double penalty, LinearHead head, int own) {}

    public Found run(Progress progress) {
        var folds = Folds.byRoot(table.roots().subList(0, own), FOLDS, SEED);
        var losses = new double[PENALTIES.length];
        for (var fold = 0; fold < FOLDS; fold++) {
            var rows = outside(folds, fold);
            // Comparisons of one conversation lie in one fold, and may be all there are.
            if (rows.length > 0) {
                addLosses(losses, trainer(rows), folds, fold, progress);
            }
        }
        var best = PENALTIES[lowest(losses)];
        progress.at("fitting", 0, 1);
        return new Found(best, fitted(best, IntStream.range(0, table.size()).toArray()), own);
    }

    private void addLosses(double[] losses, FurtherTrainer trainer, Folds folds, int fold, Progress progress) {
        for (var i = 0; i < PENALTIES.length; i++) {
            progress.at("choosing the penalty", fold * PENALTIES.length + i, FOLDS * PENALTIES.length);
            losses[i] += loss(trainer.fit(PENALTIES[i], safetyWeight), folds, fold);
        }
    }

    /** Of equal ones the last: the strongest penalty that does as well. */
    private static int lowest(double[] losses) {
        return IntStream.range(0, losses.length)
                .boxed()
                .reduce((one, other) -> losses[other] <= losses[one] ? other : one)
                .orElseThrow();
    }

    /** The head of these rows, those from elsewhere among them, with the penalty that was found on a part of another size. */
    public LinearHead fitted(double penalty, int[] rows) {
        return trainer(rows).fit(scaled(penalty, rows.length), safetyWeight);
    }

    /** The loss is a mean, so the same penalty holds back more the more pairs there are: what was found on a part is too strong for
     * all, and too weak for a smaller part. */
    double scaled(double penalty, int pairs) {
        var learnt = Math.min(MOST, own * (FOLDS - 1) / FOLDS) + table.size() - own;
        return penalty * learnt / pairs;
    }

    /** So many of the rows, from all over them; all where there are no more. */
    static IntStream some(int[] rows, int most) {
        var count = Math.min(most, rows.length);
        return IntStream.range(0, count).map(i -> rows[(int) ((long) i * rows.length / count)]);
    }

    /** Own pairs that a fold trains on, and all from elsewhere. */
    int[] outside(Folds folds, int fold) {
        return IntStream.concat(some(folds.outside(fold), MOST), IntStream.range(own, table.size()))
                .toArray();
    }

    /** Of own pairs that were not trained on. */
    private double loss(LinearHead head, Folds folds, int fold) {
        var judged = table.rows(some(folds.inside(fold), MOST / FOLDS).toArray());
        var gaps = head.gaps(judged);
        return IntStream.range(0, judged.size())
                .mapToDouble(row -> RankingLoss.of(gaps[row], judged.margins()[row]))
                .sum();
    }

    private FurtherTrainer trainer(int[] rows) {
        var part = table.rows(rows);
        var examples = labelled.isEmpty()
                ? SafetyExamples.NONE
                : SafetyExamples.of(
                        part,
                        IntStream.of(rows)
                                .filter(row -> row < own)
                                .mapToObj(labelled::get)
                                .toList());
        return new FurtherTrainer(start, part, examples);
    }
}
