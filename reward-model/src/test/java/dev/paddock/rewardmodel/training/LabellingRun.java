package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.training.LabellingOrder.Open;
import dev.paddock.rewardmodel.training.heads.Folds;
import dev.paddock.rewardmodel.training.heads.LinearHead;
import dev.paddock.rewardmodel.training.heads.PairTable;
import dev.paddock.rewardmodel.training.heads.PenaltySearch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Labels spent in one order, step by step: after each step the head is trained again on all of them, as a training in Paddock does it, and
 * judged on pairs of conversations that nobody labels.
 */
final class LabellingRun {

    static final int FIRST = 100;
    static final int STEP = 50;

    private static final int PARTS = 4;

    private final PairTable table;
    private final LinearHead start;
    private final LabellingOrder order;
    private final PairTable heldOut;
    private final List<Open> open = new ArrayList<>();
    private final List<Integer> labelled = new ArrayList<>();
    private final List<Double> measuredByGap = new ArrayList<>();
    private final List<Double> measuredAtRandom = new ArrayList<>();

    /** @param start what every training goes on from */
    LabellingRun(PairTable table, LinearHead start, LabellingOrder order, long seed) {
        this.table = table;
        this.start = start;
        this.order = order;
        var parts = Folds.byRoot(table.roots(), PARTS, seed);
        this.heldOut = table.rows(parts.inside(0));
        var random = new Random(seed);
        var rows = new ArrayList<>(IntStream.of(parts.outside(0)).boxed().toList());
        Collections.shuffle(rows, random);
        labelled.addAll(rows.subList(0, FIRST));
        rows.subList(FIRST, rows.size()).forEach(row -> open.add(new Open(row, 0, random.nextDouble())));
    }

    /**
     * All in percent.
     *
     * @param accuracy on the held-out pairs, by step
     * @param byGap how often each head was right on the labels that its smallest gaps asked for next, before it learnt from them
     * @param atRandom likewise on those that were drawn
     */
    record Outcome(double[] accuracy, double byGap, double atRandom) {}

    Outcome run(int steps) {
        var accuracy = new double[steps + 1];
        for (var step = 0; step <= steps; step++) {
            var head = fit();
            accuracy[step] = mean(gaps(head, heldOut));
            if (step < steps) {
                spend(head);
            }
        }
        return new Outcome(accuracy, mean(measuredByGap), mean(measuredAtRandom));
    }

    private LinearHead fit() {
        var rows = labelled.stream().mapToInt(Integer::intValue).toArray();
        return new PenaltySearch(start, table.rows(rows), List.of(), rows.length, 0)
                .run(Progress.NONE)
                .head();
    }

    private void spend(LinearHead head) {
        open.replaceAll(pair -> new Open(pair.row(), gap(head, table, pair.row()), pair.draw()));
        var next = order.next(open, STEP);
        take(next.byGap(), measuredByGap);
        take(next.atRandom(), measuredAtRandom);
    }

    private void take(List<Open> pairs, List<Double> measured) {
        pairs.forEach(pair -> measured.add(pair.gap()));
        pairs.forEach(pair -> labelled.add(pair.row()));
        open.removeAll(pairs);
    }

    private static List<Double> gaps(LinearHead head, PairTable pairs) {
        return IntStream.range(0, pairs.size())
                .mapToObj(row -> gap(head, pairs, row))
                .toList();
    }

    private static double gap(LinearHead head, PairTable pairs, int row) {
        return head.reward(pairs.chosen()[row]) - head.reward(pairs.rejected()[row]);
    }

    private static double mean(List<Double> gaps) {
        return 100 * gaps.stream().mapToDouble(Evaluation::right).average().orElse(Double.NaN);
    }
}
