package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where one conversation has most of the comparisons, they say little more than that one: the interval must be as wide. */
class UnequalConversationsTest {

    private static Agreement half(IntStream sizes) {
        var sum = new Agreement.Sum();
        sizes.forEach(size -> sum.add(size / 2.0, size));
        return sum.agreement();
    }

    private static double width(Agreement agreement) {
        return agreement.high() - agreement.low();
    }

    @Test
    void theyCountForFewerThanThereAre() {
        var unequal = half(IntStream.concat(IntStream.generate(() -> 1).limit(49), IntStream.of(51)));
        var equal = half(IntStream.generate(() -> 2).limit(50));

        assertThat(unequal.of()).isEqualTo(equal.of());
        assertThat(unequal.conversations()).isEqualTo(equal.conversations());
        assertThat(equal.independent()).isEqualTo(50);
        assertThat(unequal.independent()).isCloseTo(100.0 * 100 / (49 + 51 * 51), within(1e-12));
        assertThat(width(unequal)).isGreaterThan(2.5 * width(equal));
    }

    @Test
    void oneOfWhichNothingCountsIsNone() {
        var agreement = half(IntStream.of(2, 0));

        assertThat(agreement.conversations()).isEqualTo(1);
        assertThat(agreement.independent()).isEqualTo(1);
    }
}
