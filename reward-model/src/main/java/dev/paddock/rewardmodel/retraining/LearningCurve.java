package dev.paddock.rewardmodel.retraining;

import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.training.heads.LinearHead;
import dev.paddock.rewardmodel.training.heads.PenaltySearch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/** Heads learnt from ever more of the own pairs, each with all pairs of the one before: what another hundred would be worth. */
record LearningCurve(PenaltySearch search, PenaltySearch.Found found) {

    private static final int SMALLEST = 25;
    private static final long SEED = 3;

    /** @param pairs own pairs learnt from; with none it is the head that training began from */
    record Step(int pairs, LinearHead head) {}

    List<Step> steps(Progress progress) {
        var rows = inOrder();
        var steps = new ArrayList<Step>();
        steps.add(new Step(0, search.start()));
        for (var pairs = SMALLEST; pairs < rows.length; pairs *= 2) {
            progress.at("fitting to parts of the comparisons", pairs, rows.length);
            steps.add(new Step(pairs, search.fitted(found.penalty(), first(rows, pairs))));
        }
        steps.add(new Step(rows.length, found.head()));
        return steps;
    }

    /** Own rows, conversations shuffled and each of them together. */
    private int[] inOrder() {
        var roots = search.table().roots().subList(0, search.own());
        var places = shuffled(new LinkedHashSet<>(roots).stream().sorted().toList());
        return IntStream.range(0, roots.size())
                .boxed()
                .sorted(Comparator.comparing(row -> Objects.requireNonNull(places.get(roots.get(row)))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Map<String, Integer> shuffled(List<String> roots) {
        var order = new ArrayList<>(roots);
        Collections.shuffle(order, new Random(SEED));
        var places = new HashMap<String, Integer>();
        order.forEach(root -> places.put(root, places.size()));
        return places;
    }

    /** In the order of the table, as what labels the own pairs is; those from elsewhere are always learnt from. */
    private int[] first(int[] rows, int pairs) {
        return IntStream.concat(
                        IntStream.of(rows).limit(pairs).sorted(),
                        IntStream.range(search.own(), search.table().size()))
                .toArray();
    }
}
