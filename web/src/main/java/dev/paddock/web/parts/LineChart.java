package dev.paddock.web.parts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Lines over one axis, drawn in a box 100 wide and 100 high whose top is {@code high} and whose bottom {@code low}. The figures themselves
 * stand in a table beside it.
 *
 * @param from what the left edge stands for, as it is shown
 * @param to likewise the right edge
 */
public record LineChart(List<Line> lines, String axis, String from, String to, double low, double high) {

    /**
     * @param points as SVG wants them
     * @param dashed rather than drawn through
     */
    public record Line(String label, String points, boolean dashed) {}

    /**
     * What a line is drawn of.
     *
     * @param across rising; of all lines of a chart in the same unit
     * @param up one for each of them
     */
    public record Values(String label, List<Double> across, List<Double> up, boolean dashed) {}

    /** @param values at least one, with at least one point */
    public static LineChart of(String axis, List<Values> values) {
        var left = all(values.stream().flatMap(each -> each.across().stream()).mapToDouble(Double::doubleValue));
        var up = all(values.stream().flatMap(each -> each.up().stream()).mapToDouble(Double::doubleValue));
        var lines = values.stream()
                .map(each -> new Line(each.label(), points(each, left, up), each.dashed()))
                .toList();
        return new LineChart(lines, axis, figure(left[0]), figure(left[1]), up[0], up[1]);
    }

    /** The smallest and the largest. */
    private static double[] all(DoubleStream values) {
        var told = values.summaryStatistics();
        return new double[] {told.getMin(), told.getMax()};
    }

    private static String points(Values values, double[] across, double[] up) {
        return IntStream.range(0, values.across().size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.2f,%.2f",
                        100 * share(values.across().get(i), across),
                        100 - 100 * share(values.up().get(i), up)))
                .collect(Collectors.joining(" "));
    }

    private static double share(double value, double[] ends) {
        return ends[0] == ends[1] ? 0.5 : (value - ends[0]) / (ends[1] - ends[0]);
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : Double.toString(Math.round(value * 1000) / 1000.0);
    }
}
