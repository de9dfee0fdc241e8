package dev.paddock.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Newcombe 1998, table I. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void givesTheIntervalsThatWerePublished(long hits, long of, double low, double high) {
        var proportion = new Proportion(hits, of);

        assertThat(proportion.low()).isCloseTo(low, within(0.00005));
        assertThat(proportion.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void isExactForLargeNumbersToo() {
        var proportion = new Proportion(1502, 4173);

        assertThat(proportion.low()).isCloseTo(0.345505, within(5e-7));
        assertThat(proportion.high()).isCloseTo(0.374618, within(5e-7));
    }

    @Test
    void saysWhenNothingWasCounted() {
        assertThat(new Proportion(0, 0).empty()).isTrue();
        assertThat(new Proportion(0, 1).empty()).isFalse();
    }

    @Test
    void hasNoMoreHitsThanCounted() {
        assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
