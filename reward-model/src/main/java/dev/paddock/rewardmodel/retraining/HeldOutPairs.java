package dev.paddock.rewardmodel.retraining;

import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.retraining.TrainingReport.ByDegree;
import dev.paddock.rewardmodel.retraining.TrainingReport.Figures;
import dev.paddock.rewardmodel.retraining.TrainingReport.Learnt;
import dev.paddock.rewardmodel.training.Evaluation;
import dev.paddock.rewardmodel.training.HeadToHead;
import dev.paddock.rewardmodel.training.heads.LinearHead;
import dev.paddock.rewardmodel.training.heads.PairTable;
import dev.paddock.rewardmodel.training.heads.PenaltySearch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Held-out pairs, for a new head and the model that serves to be judged on.
 *
 * @param former the gaps that the model that serves gives to them
 * @param leftOut how many others it gave none
 */
record HeldOutPairs(PairTable table, List<LabelledPair> pairs, Evaluation former, int leftOut) {

    private static final long SEED = 1;
    /** Of which each asks two scores. */
    private static final int PAIRS_AT_ONCE = 8;

    /** Where the model that serves gives one answer of a pair no score, the pair judges neither. */
    static HeldOutPairs by(Serving serving, PairTable table, List<LabelledPair> pairs, Progress progress) {
        var gaps = new double[pairs.size()];
        for (var from = 0; from < gaps.length; from += PAIRS_AT_ONCE) {
            progress.at("asking the model that serves", from, gaps.length);
            var some = pairs.subList(from, Math.min(from + PAIRS_AT_ONCE, gaps.length));
            var scores = serving.scores(some.stream()
                    .flatMap(pair -> Stream.of(
                            pair.pair().chosenConversation(), pair.pair().rejectedConversation()))
                    .toList());
            for (var i = 0; i < some.size(); i++) {
                gaps[from + i] = scores[2 * i] - scores[2 * i + 1];
            }
        }
        var scored = IntStream.range(0, gaps.length)
                .filter(row -> !Double.isNaN(gaps[row]))
                .toArray();
        return new HeldOutPairs(
                table.rows(scored),
                IntStream.of(scored).mapToObj(pairs::get).toList(),
                new Evaluation(gaps, table.roots()).only(scored),
                gaps.length - scored.length);
    }

    TrainingReport report(PenaltySearch.Found found, int seedPairs, List<LearningCurve.Step> steps) {
        var own = found.own();
        if (pairs.isEmpty()) {
            return new TrainingReport(own, seedPairs, found.penalty(), 0, 0, leftOut, null, List.of(), List.of());
        }
        var trained = evaluation(found.head());
        var headToHead = new HeadToHead(trained, former);
        var figures = new Figures(
                trained.accuracy(),
                trained.interval(SEED),
                former.accuracy(),
                Evaluation.lengthOnly(pairs.stream().map(LabelledPair::pair)),
                headToHead.lead(),
                headToHead.interval(SEED));
        return new TrainingReport(
                own,
                seedPairs,
                found.penalty(),
                pairs.size(),
                trained.conversations(),
                leftOut,
                figures,
                byDegree(trained),
                curve(steps));
    }

    private Evaluation evaluation(LinearHead head) {
        return new Evaluation(head.gaps(table), table.roots());
    }

    private List<Learnt> curve(List<LearningCurve.Step> steps) {
        return steps.stream()
                .map(step -> {
                    var judged = evaluation(step.head());
                    return new Learnt(step.pairs(), judged.accuracy(), judged.interval(SEED));
                })
                .toList();
    }

    private List<ByDegree> byDegree(Evaluation trained) {
        return LabelledPair.DEGREES.stream()
                .filter(this::has)
                .map(degree -> {
                    var rows = IntStream.range(0, pairs.size())
                            .filter(row -> pairs.get(row).degree().equals(degree))
                            .toArray();
                    return new ByDegree(
                            degree,
                            rows.length,
                            trained.only(rows).accuracy(),
                            former.only(rows).accuracy());
                })
                .toList();
    }

    private boolean has(String degree) {
        return pairs.stream().anyMatch(pair -> pair.degree().equals(degree));
    }
}
