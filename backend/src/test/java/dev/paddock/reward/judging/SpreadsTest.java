package dev.paddock.reward.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.reward.ModelReport.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand. */
class SpreadsTest {

    private final ScoredAnswers answers = new ScoredAnswers();

    private List<Spread> spreads() {
        return new Spreads(answers.comparisons)
                .all().stream()
                        .filter(spread -> !spread.variant().equals(ScoredAnswers.REJECTED))
                        .toList();
    }

    private void scored(String variant, int round, double score) {
        answers.add(variant, round, "root", score, null);
    }

    @Test
    void eachVariantHasOneOfItsOwnInEachRound() {
        scored("warm", 2, 7);
        scored("cool", 1, 1);
        scored("warm", 1, 3);
        scored("cool", 2, 5);
        scored("warm", 1, 5);

        assertThat(spreads())
                .extracting("variant", "round", "samples", "mean", "deviation")
                .containsExactly(
                        tuple("cool", 1, 1, 1.0, 0.0),
                        tuple("cool", 2, 1, 5.0, 0.0),
                        tuple("warm", 1, 2, 4.0, 1.0),
                        tuple("warm", 2, 1, 7.0, 0.0));
    }

    @Test
    void whatSeveralPeopleSawCountsOnce() {
        var seen = answers.add("warm", 1, "root", 3, null);
        answers.again(seen, "warm", 1, "root", 3, null);

        assertThat(spreads())
                .singleElement()
                .satisfies(spread -> assertThat(spread.samples()).isEqualTo(1));
    }

    @Test
    void allAreOnOneScaleAndAFewOddScoresAreInItsOutermostBins() {
        for (var i = 0; i < 1_000; i++) {
            scored("warm", 1, i);
            scored("cool", 1, i);
        }
        scored("cool", 1, 1e6);

        assertThat(spreads()).extracting(Spread::low).containsOnly(-100.0);
        assertThat(spreads()).allSatisfy(spread -> {
            assertThat(spread.high()).isBetween(980.0, 999.0);
            assertThat(spread.counts().stream().mapToInt(i -> i).sum()).isEqualTo(spread.samples());
            assertThat(spread.counts().getFirst()).isZero();
        });
        assertThat(spreads().getFirst().counts().getLast())
                .isEqualTo(spreads().getLast().counts().getLast() + 1);
    }
}
