package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import java.util.List;
import java.util.Locale;

/** One way to make a head: which blocks it reads, beside all features, and how strongly it is held back. */
record Candidate(List<Block> blocks, double l2) {

    LinearHead fit(PairTable all, List<Block> available) {
        return new HeadTrainer(l2).fit(columns(all, available));
    }

    /** The candidate's own columns of a table that holds all available blocks. */
    PairTable columns(PairTable all, List<Block> available) {
        return all.map(vector -> columns(vector, available));
    }

    float[] columns(float[] vector, List<Block> available) {
        var width = DefaultEncoder.WIDTH;
        var features = vector.length - available.size() * width;
        var picked = new float[blocks.size() * width + features];
        for (var i = 0; i < blocks.size(); i++) {
            System.arraycopy(vector, available.indexOf(blocks.get(i)) * width, picked, i * width, width);
        }
        System.arraycopy(vector, available.size() * width, picked, blocks.size() * width, features);
        return picked;
    }

    String label() {
        var names = blocks.stream()
                .map(block -> "layer " + block.layer() + " "
                        + block.pooling().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return (names.isEmpty() ? "features only" : String.join(" + ", names)) + ", L2 " + l2;
    }
}
