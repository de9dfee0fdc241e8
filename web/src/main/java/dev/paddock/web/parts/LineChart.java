package dev.paddock.web.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Lines over one axis, drawn in a box 100 wide and 100 high whose top is {@code high} and whose bottom {@code low}. Each is known by its
 * dashes and by its label at the right edge, to which a thin line leads from one that ends before. The figures themselves stand in a table
 * beside it.
 *
 * @param from what the left edge stands for, as it is shown
 * @param to likewise the right edge
 */
public record LineChart(List<Line> lines, String axis, String from, String to, double low, double high) {

    /** As many patterns of dashes as the style sheet has. */
    private static final int DASHES = 8;

    /** Labels nearer than that would overlap. */
    private static final double LABEL_HEIGHT = 8;

    /**
     * @param points as SVG wants them
     * @param dashes which pattern it is drawn with; 0 is drawn through
     * @param across how far to the right its last point lies
     * @param end how far down that is
     * @param labelAt how far down its label stands: there, or as near as the other labels let it
     */
    public record Line(String label, String points, int dashes, double across, double end, double labelAt) {

        public boolean endsEarly() {
            return across < 100;
        }
    }

    /**
     * What a line is drawn of.
     *
     * @param across rising; of all lines of a chart in the same unit
     * @param up one for each of them
     */
    public record Values(String label, List<Double> across, List<Double> up) {}

    /** @param values at least one, with at least one point */
    public static LineChart of(String axis, List<Values> values) {
        var left = all(values.stream().flatMap(each -> each.across().stream()).mapToDouble(Double::doubleValue));
        var up = all(values.stream().flatMap(each -> each.up().stream()).mapToDouble(Double::doubleValue));
        var ends = values.stream().map(each -> down(each.up().getLast(), up)).toList();
        var labels = apart(ends);
        var lines = IntStream.range(0, values.size())
                .mapToObj(i -> new Line(
                        values.get(i).label(),
                        points(values.get(i), left, up),
                        i % DASHES,
                        100 * share(values.get(i).across().getLast(), left),
                        ends.get(i),
                        labels.get(i)))
                .toList();
        return new LineChart(lines, axis, figure(left[0]), figure(left[1]), up[0], up[1]);
    }

    /** In the order of the ends, of which two that are equal keep the order of the lines. */
    private static List<Double> apart(List<Double> ends) {
        var order = IntStream.range(0, ends.size())
                .boxed()
                .sorted(Comparator.comparing(ends::get))
                .toList();
        var labels = new ArrayList<>(ends);
        var least = 0.0;
        for (var line : order) {
            labels.set(line, Math.max(labels.get(line), least));
            least = labels.get(line) + LABEL_HEIGHT;
        }
        var most = 100.0;
        for (var line : order.reversed()) {
            labels.set(line, Math.min(labels.get(line), most));
            most = labels.get(line) - LABEL_HEIGHT;
        }
        return labels;
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
                        down(values.up().get(i), up)))
                .collect(Collectors.joining(" "));
    }

    /** To the hundredth, as the points are told. */
    private static double down(double value, double[] up) {
        return Math.round(100 * (100 - 100 * share(value, up))) / 100.0;
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
