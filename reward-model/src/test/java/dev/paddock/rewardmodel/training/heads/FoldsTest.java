package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private final List<String> roots =
            new Random(1).ints(500, 0, 120).mapToObj(i -> "conversation " + i).toList();

    @Test
    void neverPutsOneRootOnBothSides() {
        var folds = Folds.byRoot(roots, 5, 9);
        for (var fold = 0; fold < 5; fold++) {
            assertThat(shared(folds, fold)).isEmpty();
        }
    }

    /** The check above would see a leak: dealing rows out one by one, as is often done, makes one. */
    @Test
    void wouldBeCaughtSplittingByRow() {
        var byRow =
                new Folds(IntStream.range(0, roots.size()).map(row -> row % 5).toArray(), 5);
        assertThat(shared(byRow, 0)).isNotEmpty();
    }

    @Test
    void fillsTheFoldsEvenlyAndUsesEveryRowOnce() {
        var folds = Folds.byRoot(roots, 5, 9);
        var sizes = IntStream.range(0, 5).map(fold -> folds.inside(fold).length).toArray();
        assertThat(IntStream.of(sizes)).allMatch(size -> size > 90 && size < 110);
        assertThat(IntStream.of(sizes).sum()).isEqualTo(500);
        assertThat(folds.inside(2).length + folds.outside(2).length).isEqualTo(500);
    }

    @Test
    void dealsTheSameEveryTime() {
        assertThat(Folds.byRoot(roots, 5, 9).foldOfRow())
                .isEqualTo(Folds.byRoot(roots, 5, 9).foldOfRow());
        assertThat(Folds.byRoot(roots, 5, 9).foldOfRow())
                .isNotEqualTo(Folds.byRoot(roots, 5, 10).foldOfRow());
    }

    private Set<String> shared(Folds folds, int fold) {
        var inside = new HashSet<String>();
        IntStream.of(folds.inside(fold)).forEach(row -> inside.add(roots.get(row)));
        var outside = new HashSet<String>();
        IntStream.of(folds.outside(fold)).forEach(row -> outside.add(roots.get(row)));
        inside.retainAll(outside);
        return inside;
    }
}
