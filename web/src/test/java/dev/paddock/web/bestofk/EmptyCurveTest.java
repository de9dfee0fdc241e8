package dev.paddock.web.bestofk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.curves.Curve;
import dev.paddock.bestofk.curves.Curve.Point;
import dev.paddock.bestofk.curves.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptyCurveTest {

    private static final Estimate HALF = new Estimate(0.5, null);
    private static final Curve EMPTY = new Curve(0.8, List.of());
    private static final Curve OTHER = new Curve(1.4, List.of(new Point(1, 3, HALF, HALF, HALF)));

    @Test
    void isNotWhatAPageShowsFirst() {
        var temperatures = List.of(0.8, 1.4);

        assertThat(RunFigures.of(temperatures, List.of(EMPTY, OTHER), List.of(), null)
                        .shown())
                .isEqualTo(OTHER);
        assertThat(RunFigures.of(temperatures, List.of(EMPTY, OTHER), List.of(), 0.8)
                        .shown())
                .isEqualTo(EMPTY);
        assertThat(RunFigures.of(temperatures, List.of(EMPTY), List.of(), null).shown())
                .isEqualTo(EMPTY);
    }
}
