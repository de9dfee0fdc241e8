package dev.paddock.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.parts.LineChart.Line;
import dev.paddock.web.parts.LineChart.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineChartTest {

    @Test
    void fillsItsBoxFromTheLowestToTheHighestOfAllLines() {
        var best = new Values("best", List.of(1.0, 2.0, 5.0), List.of(0.5, 0.6, 0.9), false);
        var median = new Values("median", List.of(1.0, 5.0), List.of(0.5, 0.4), true);

        var chart = LineChart.of("samples", List.of(best, median));

        assertThat(chart.lines())
                .containsExactly(
                        new Line("best", "0.00,80.00 25.00,60.00 100.00,0.00", false),
                        new Line("median", "0.00,80.00 100.00,100.00", true));
        assertThat(chart.low()).isEqualTo(0.4);
        assertThat(chart.high()).isEqualTo(0.9);
        assertThat(chart.from() + " " + chart.to()).isEqualTo("1 5");
    }

    @Test
    void aLineWithoutAnyDifferenceLiesInTheMiddle() {
        var flat = new Values("flat", List.of(0.7, 1.25), List.of(0.5, 0.5), false);

        var chart = LineChart.of("temperature", List.of(flat));

        assertThat(chart.lines()).containsExactly(new Line("flat", "0.00,50.00 100.00,50.00", false));
        assertThat(chart.from() + " " + chart.to()).isEqualTo("0.7 1.25");
    }
}
