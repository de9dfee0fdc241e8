package dev.paddock.web.bestofk;

import dev.paddock.bestofk.curves.Curve;
import dev.paddock.bestofk.curves.Curve.Point;
import dev.paddock.bestofk.curves.Estimate;
import dev.paddock.bestofk.curves.SweepRow;
import dev.paddock.web.parts.LineChart;
import dev.paddock.web.parts.LineChart.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a run, as its page shows it.
 *
 * @param shown the curve of one temperature
 * @param gain that curve, drawn; null where it is a single point
 * @param sweep how good the best of N is by temperature
 * @param conclusion on the temperatures, for the largest N of the sweep
 * @param leftOut the temperatures that it does not compare, with commas
 * @param byTemperature the sweep, drawn; null where it compares nothing
 */
public record RunFigures(
        Curve shown,
        @Nullable LineChart gain,
        List<SweepRow> sweep,
        String conclusion,
        String leftOut,
        @Nullable LineChart byTemperature) {

    /**
     * @param wanted a temperature; the one with the largest mean for the largest N where it is null or there is no such curve, else the first
     *     that has any point
     */
    static RunFigures of(List<Double> temperatures, List<Curve> curves, List<SweepRow> sweep, @Nullable Double wanted) {
        var shown = curve(curves, wanted)
                .or(() -> curve(curves, sweep.isEmpty() ? null : sweep.getLast().leading()))
                .or(() -> curves.stream()
                        .filter(curve -> !curve.points().isEmpty())
                        .findFirst())
                .orElse(curves.getFirst());
        return new RunFigures(
                shown,
                shown.points().size() < 2 ? null : gain(shown),
                sweep,
                conclusion(sweep),
                leftOut(temperatures, sweep),
                compares(sweep) ? byTemperature(sweep) : null);
    }

    private static Optional<Curve> curve(List<Curve> curves, @Nullable Double temperature) {
        return curves.stream()
                .filter(curve -> temperature != null && curve.temperature() == temperature)
                .findFirst();
    }

    private static boolean compares(List<SweepRow> sweep) {
        return !sweep.isEmpty() && sweep.getLast().maxima().size() > 1;
    }

    private static String conclusion(List<SweepRow> sweep) {
        if (!compares(sweep)) {
            return "At several temperatures too few samples have a reward: there is nothing to compare.";
        }
        var last = sweep.getLast();
        var over = last.prompts() == 1 ? "1 prompt" : String.format(Locale.ROOT, "%,d prompts", last.prompts());
        return last.best() == null
                ? "For the best of " + last.n() + " no temperature is clearly ahead, over " + over + "."
                : "For the best of " + last.n() + " the best temperature is " + last.best() + ", over " + over + ".";
    }

    private static String leftOut(List<Double> temperatures, List<SweepRow> sweep) {
        if (!compares(sweep)) {
            return "";
        }
        var compared = sweep.getLast().maxima().stream()
                .map(SweepRow.Maximum::temperature)
                .toList();
        return temperatures.stream()
                .filter(temperature -> !compared.contains(temperature))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static LineChart gain(Curve curve) {
        return LineChart.of(
                "samples per prompt",
                List.of(line("best", curve, Point::maximum), line("median", curve, Point::median)));
    }

    private static Values line(String label, Curve curve, Function<Point, Estimate> of) {
        return new Values(
                label,
                curve.points().stream().map(point -> (double) point.n()).toList(),
                curve.points().stream().map(point -> of.apply(point).mean()).toList());
    }

    /** The largest N on top, as the lines lie. */
    private static LineChart byTemperature(List<SweepRow> sweep) {
        var lines = sweep.reversed().stream()
                .map(row -> new Values(
                        row.n() == 1 ? "any one" : "best of " + row.n(),
                        row.maxima().stream().map(SweepRow.Maximum::temperature).toList(),
                        row.maxima().stream().map(each -> each.maximum().mean()).toList()))
                .toList();
        return LineChart.of("temperature", lines);
    }

    /** {@code 0.812 ± 0.031}, the standard error after the sign. */
    public static String told(Estimate estimate) {
        return estimate.error() == null
                ? String.format(Locale.ROOT, "%.3f", estimate.mean())
                : String.format(Locale.ROOT, "%.3f ± %.3f", estimate.mean(), estimate.error());
    }
}
