package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Of a handful of conversations, or of such as are all alike, nothing is known for certain. */
class FewConversationsTest {

    private static final Offset<Double> TENTH = within(0.05);

    /** Each of a conversation of its own. */
    private static Evaluation right(int right, int of) {
        return new Evaluation(
                gaps(right, of),
                IntStream.range(0, of).mapToObj(Integer::toString).toList());
    }

    private static double[] gaps(int right, int of) {
        var gaps = new double[of];
        Arrays.fill(gaps, -1);
        Arrays.fill(gaps, 0, right, 1);
        return gaps;
    }

    private static Evaluation ofOneConversation(int right, int of) {
        return new Evaluation(gaps(right, of), Collections.nCopies(of, "one"));
    }

    private static void isAbout(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, TENTH);
        assertThat(interval.high()).isCloseTo(high, TENTH);
    }

    @Test
    void fiveThatAreAllRightAreNotRightForEver() {
        isAbout(right(5, 5).interval(1), 56.6, 100);
        isAbout(right(0, 5).interval(1), 0, 43.4);
    }

    @Test
    void pairsOfOneConversationAreOneConversation() {
        isAbout(ofOneConversation(3, 4).interval(1), 11.8, 98.5);
        isAbout(ofOneConversation(300, 400).interval(1), 11.8, 98.5);
    }

    @Test
    void hundredThatAreAllRightMayBeWrongOnce() {
        isAbout(right(100, 100).interval(1), 96.3, 100);
    }

    @Test
    void theIntervalHoldsTheTruthNineteenTimesInTwenty() {
        for (var conversations : new int[] {4, 5, 10, 19}) {
            var random = new Random(conversations);
            var held = IntStream.range(0, 400)
                    .filter(_ -> holds(random, conversations))
                    .count();
            assertThat(held).as("of %d conversations", conversations).isGreaterThanOrEqualTo(365);
        }
    }

    private static boolean holds(Random random, int conversations) {
        var right = (int) IntStream.range(0, conversations)
                .filter(_ -> random.nextDouble() < 0.65)
                .count();
        var interval = right(right, conversations).interval(1);
        return interval.low() <= 65 && interval.high() >= 65;
    }

    @Test
    void manyConversationsAreAsTheyAreDrawn() {
        var interval = right(65, 100).interval(1);

        assertThat(List.of(interval.low(), interval.high())).allMatch(end -> end == Math.rint(end));
    }

    @Test
    void aLeadOnFewConversationsIsNotCertainEither() {
        var lead = new HeadToHead(right(5, 5), right(0, 5)).interval(1);

        assertThat(lead.low()).isBetween(15.0, 60.0);
        assertThat(lead.high()).isEqualTo(100);
        var none = new HeadToHead(right(3, 5), right(3, 5)).interval(1);
        assertThat(none.low()).isBetween(-50.0, -20.0);
        assertThat(none.high()).isBetween(20.0, 50.0);
    }
}
