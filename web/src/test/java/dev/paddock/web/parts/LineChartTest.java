package dev.paddock.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.parts.LineChart.Line;
import dev.paddock.web.parts.LineChart.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineChartTest {

    @Test
    void fillsItsBoxFromTheLowestToTheHighestOfAllLines() {
        var best = new Values("best", List.of(1.0, 2.0, 5.0), List.of(0.5, 0.6, 0.9));
        var median = new Values("median", List.of(1.0, 5.0), List.of(0.5, 0.4));

        var chart = LineChart.of("samples", List.of(best, median));

        assertThat(chart.lines())
                .containsExactly(
                        new Line("best", "0.00,80.00 25.00,60.00 100.00,0.00", 0, 100, 0, 0),
                        new Line("median", "0.00,80.00 100.00,100.00", 1, 100, 100, 100));
        assertThat(chart.low()).isEqualTo(0.4);
        assertThat(chart.high()).isEqualTo(0.9);
        assertThat(chart.from() + " " + chart.to()).isEqualTo("1 5");
    }

    @Test
    void aLineWithoutAnyDifferenceLiesInTheMiddle() {
        var flat = new Values("flat", List.of(0.7, 1.25), List.of(0.5, 0.5));

        var chart = LineChart.of("temperature", List.of(flat));

        assertThat(chart.lines()).containsExactly(new Line("flat", "0.00,50.00 100.00,50.00", 0, 100, 50, 50));
        assertThat(chart.from() + " " + chart.to()).isEqualTo("0.7 1.25");
    }

    @Test
    void aLineThatEndsBeforeTheOthersIsNamedBesideThem() {
        var whole = new Values("whole", List.of(1.0, 2.0, 5.0), List.of(0.5, 0.5, 0.5));
        var early = new Values("early", List.of(1.0, 2.0), List.of(0.9, 0.1));

        var chart = LineChart.of("round", List.of(whole, early));

        assertThat(chart.lines()).extracting(Line::across).containsExactly(100.0, 25.0);
        assertThat(chart.lines()).extracting(Line::endsEarly).containsExactly(false, true);
        assertThat(chart.lines().getLast().labelAt()).isEqualTo(100);
    }

    @Test
    void noTwoLinesHaveTheSameDashes() {
        var chart = LineChart.of("temperature", endingAt(0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2));

        assertThat(chart.lines()).extracting(Line::dashes).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void labelsStandWhereTheirLinesEndAndGiveWayToOneAnother() {
        var chart = LineChart.of("temperature", endingAt(1.0, 0.99, 0.5, 0.5, 0.01, 0.0));

        assertThat(chart.lines()).extracting(Line::end).containsExactly(0.0, 1.0, 50.0, 50.0, 99.0, 100.0);
        assertThat(chart.lines()).extracting(Line::labelAt).containsExactly(0.0, 8.0, 50.0, 58.0, 92.0, 100.0);
    }

    @Test
    void labelsAreInTheOrderOfTheEndsWhereLinesCross() {
        var chart = LineChart.of("temperature", endingAt(0.0, 0.02, 1.0));

        assertThat(chart.lines()).extracting(Line::labelAt).containsExactly(100.0, 92.0, 0.0);
    }

    private static List<Values> endingAt(Double... ends) {
        return Stream.of(ends)
                .map(end -> new Values("to " + end, List.of(0.7, 1.2), List.of(0.5, end)))
                .toList();
    }
}
