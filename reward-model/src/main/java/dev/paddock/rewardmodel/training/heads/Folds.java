package dev.paddock.rewardmodel.training.heads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rows dealt into parts of about equal size such that rows of one conversation root lie in the same part. */
public record Folds(int[] foldOfRow, int count) {

    /** The same roots, count and seed give the same folds. */
    public static Folds byRoot(List<String> roots, int count, long seed) {
        var sizes = new TreeMap<String, Integer>();
        roots.forEach(root -> sizes.merge(root, 1, Integer::sum));
        var order = new ArrayList<>(sizes.keySet());
        Collections.shuffle(order, new Random(seed));
        var filled = new int[count];
        var foldOfRoot = new HashMap<String, Integer>();
        for (var root : order) {
            var emptiest = IntStream.range(0, count).reduce(0, (a, b) -> filled[b] < filled[a] ? b : a);
            filled[emptiest] += Objects.requireNonNull(sizes.get(root));
            foldOfRoot.put(root, emptiest);
        }
        return new Folds(
                roots.stream()
                        .mapToInt(root -> Objects.requireNonNull(foldOfRoot.get(root)))
                        .toArray(),
                count);
    }

    public int[] inside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] == fold)
                .toArray();
    }

    public int[] outside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] != fold)
                .toArray();
    }
}
