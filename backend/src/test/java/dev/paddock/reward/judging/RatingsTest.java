package dev.paddock.reward.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand. */
class RatingsTest {

    private final ScoredAnswers answers = new ScoredAnswers();

    private UUID rated(String root, double score, @Nullable Integer rating) {
        return answers.add("warm", 1, root, score, rating);
    }

    private void ratedAlso(UUID sample, String root, double score, int rating) {
        answers.again(sample, "warm", 1, root, score, rating);
    }

    @Test
    void oneThatSeveralRatedStandsAtTheirMedianOnce() {
        var three = rated("a", 0.25, 1);
        ratedAlso(three, "a", 0.25, 2);
        ratedAlso(three, "a", 0.25, 5);
        var two = rated("b", 0.5, 4);
        ratedAlso(two, "b", 0.5, 5);
        rated("c", 9, null);

        assertThat(new Ratings(answers.comparisons).means())
                .satisfiesExactly(
                        row -> {
                            assertThat(row.rating()).isEqualTo(2);
                            assertThat(row.samples()).isEqualTo(1);
                            assertThat(row.meanScore()).isEqualTo(0.25);
                            assertThat(row.standardError()).isNull();
                        },
                        row -> {
                            assertThat(row.rating()).isEqualTo(4.5);
                            assertThat(row.meanScore()).isEqualTo(0.5);
                        });
    }

    @Test
    void theMeanHasItsStandardError() {
        rated("a", 1, 3);
        rated("b", 2, 3);
        rated("c", 6, 3);

        assertThat(new Ratings(answers.comparisons).means()).singleElement().satisfies(row -> {
            assertThat(row.meanScore()).isEqualTo(3);
            assertThat(row.standardError()).isCloseTo(Math.sqrt(7.0 / 3), within(1e-9));
        });
    }

    @Test
    void answersOfOneConversationHangTogether() {
        rated("a", 1, 3);
        rated("a", 1, 3);
        rated("b", 3, 3);
        rated("b", 3, 3);

        assertThat(new Ratings(answers.comparisons).means())
                .singleElement()
                .satisfies(row -> assertThat(row.standardError()).isCloseTo(1, within(1e-9)));
    }
}
