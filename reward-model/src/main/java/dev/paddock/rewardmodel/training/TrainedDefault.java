package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.pairs.TrainingSet;
import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.ModelCard.HeldOut;
import dev.paddock.rewardmodel.scoring.ModelCard.Whitening;
import dev.paddock.rewardmodel.scoring.Pooling;
import dev.paddock.rewardmodel.training.CardText.Measured;
import dev.paddock.rewardmodel.training.heads.LinearHead;
import dev.paddock.rewardmodel.training.heads.PairTable;
import dev.paddock.rewardmodel.training.heads.Whitenings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A default head as it came out of training, with the figures that go on its card. */
record TrainedDefault(
        TrainingSet set,
        PairTable table,
        Lent lent,
        List<Block> available,
        Axes axes,
        CrossValidation.Nested nested,
        Design design,
        LinearHead head) {

    /** SHA-256 of every file that had a part in the head, by name. */
    Map<String, String> hashes() {
        var all = new TreeMap<>(set.hashes());
        all.putAll(lent.hashes());
        return all;
    }

    /** Whether it reads products of prompt and answer. */
    boolean multiplies() {
        return design.blocks().stream().anyMatch(block -> block.pooling() == Pooling.PROMPT_BY_ANSWER);
    }

    double reward(float[] vector) {
        return head.reward(design.columns(vector, available));
    }

    Measured measured(TrainedDefault other) {
        return new Measured(
                nested.evaluation().interval(1),
                nested.evaluation().accuracyByGapQuarter(),
                on(other.table()).accuracy(),
                hashes().keySet().containsAll(other.set().hashes().keySet()),
                nested.designs().stream().map(Design::l2).toList());
    }

    private Evaluation on(PairTable pairs) {
        return new Evaluation(head.gaps(design.columns(pairs, available)), pairs.roots());
    }

    Whitening whitening() {
        return Whitenings.of(head, design.columns(table, available));
    }

    /** How good it is on the pairs of each file, and then on all of them. */
    List<HeldOut> heldOut() {
        var rows = new ArrayList<HeldOut>();
        for (var source : set.sources()) {
            rows.add(heldOut(source, set.rowsOf(source)));
        }
        rows.add(heldOut("together", IntStream.range(0, set.pairs().size()).toArray()));
        return rows;
    }

    private HeldOut heldOut(String name, int[] rows) {
        var evaluation = nested.evaluation().only(rows);
        var lengthOnly = Evaluation.lengthOnly(IntStream.of(rows).mapToObj(set.pairs()::get));
        return new HeldOut(name, rows.length, evaluation.accuracy(), evaluation.standardError(), lengthOnly);
    }
}
