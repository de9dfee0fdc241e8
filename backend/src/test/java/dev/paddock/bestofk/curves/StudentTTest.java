package dev.paddock.bestofk.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** From the printed tables. */
    @ParameterizedTest
    @CsvSource({"4, 2.776", "5, 2.571", "6, 2.447", "9, 2.262", "19, 2.093", "99, 1.984", "100000, 1.960"})
    void isAsInTheTables(int freedom, double quantile) {
        assertThat(StudentT.quantile(freedom)).isCloseTo(quantile, within(0.001));
    }

    @Test
    void saysNothingOfFewer() {
        assertThatThrownBy(() -> StudentT.quantile(3)).isInstanceOf(IllegalArgumentException.class);
    }
}
