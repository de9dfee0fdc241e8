package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadToHeadTest {

    private static final List<String> ROOTS =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    private static Evaluation right(int of) {
        var gaps = new double[100];
        Arrays.fill(gaps, -1);
        Arrays.fill(gaps, 0, of, 1);
        return new Evaluation(gaps, ROOTS);
    }

    @Test
    void theIntervalOfALeadHoldsIt() {
        var headToHead = new HeadToHead(right(70), right(60));

        assertThat(headToHead.lead()).isEqualTo(10);
        assertThat(headToHead.interval(1).low()).isBetween(4.0, 6.0);
        assertThat(headToHead.interval(1).high()).isBetween(15.0, 17.0);
    }

    @Test
    void modelsThatAgreeEverywhereHaveNoLeadAtAll() {
        var interval = new HeadToHead(right(60), right(60)).interval(1);

        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isZero();
    }

    @Test
    void pairsOfOneRootCountTogether() {
        var same = new HeadToHead(right(70), new Evaluation(right(60).gaps(), Collections.nCopies(100, "one")));
        var first = new HeadToHead(new Evaluation(right(70).gaps(), Collections.nCopies(100, "one")), right(60));

        assertThat(same.interval(1).high() - same.interval(1).low()).isPositive();
        assertThat(first.interval(1).low()).isLessThan(-20);
        assertThat(first.interval(1).high()).isGreaterThan(40);
    }
}
