package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.training.heads.HeadTrainer;
import dev.paddock.rewardmodel.training.heads.LinearHead;
import dev.paddock.rewardmodel.training.heads.PairTable;
import dev.paddock.rewardmodel.training.heads.Shares;
import dev.paddock.rewardmodel.training.heads.Shares.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to make a head: which blocks it reads, beside all features, how much each of them may say, and how strongly the head is held back.
 *
 * @param featureShare the share of all features together
 */
record Design(List<Part> parts, double featureShare, double l2) {

    record Part(Block block, double share) {}

    List<Block> blocks() {
        return parts.stream().map(Part::block).toList();
    }

    LinearHead fit(PairTable all, List<Block> available) {
        var table = columns(all, available);
        var groups = new ArrayList<Group>();
        parts.forEach(part -> groups.add(new Group(part.block().width(), part.share())));
        groups.add(new Group(table.width() - width(blocks()), featureShare));
        return new HeadTrainer(l2).fit(table, new Shares(groups));
    }

    /** The design's own columns of a table that holds all available blocks. */
    PairTable columns(PairTable all, List<Block> available) {
        return all.map(vector -> columns(vector, available));
    }

    float[] columns(float[] vector, List<Block> available) {
        var features = vector.length - width(available);
        var picked = new float[width(blocks()) + features];
        var at = 0;
        for (var block : blocks()) {
            var from = width(available.subList(0, available.indexOf(block)));
            System.arraycopy(vector, from, picked, at, block.width());
            at += block.width();
        }
        System.arraycopy(vector, width(available), picked, at, features);
        return picked;
    }

    private static int width(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::width).sum();
    }
}
