package dev.paddock.bestofk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.bestofk.work.RunWorld;
import dev.paddock.shared.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopSamplesTest extends RunWorld {

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void ofARankBelowTheFirstThereAreNone(int top) {
        var run = runs.start(olive, wish(2, 1.0));

        assertThatThrownBy(() -> runs.samples(olive, run.id(), top, null, 10))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.faults().getFirst().field()).isEqualTo("top"))
                .hasMessageContaining("must be at least 1, the best one of each prompt");
        assertThat(runs.samples(olive, run.id(), 1, null, 10).rows()).isEmpty();
    }
}
