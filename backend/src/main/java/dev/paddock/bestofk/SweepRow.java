package dev.paddock.bestofk;

import dev.paddock.bestofk.Curve.Point;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good the best of N is by temperature (Llama 2, figure 8).
 *
 * @param best the temperature with the largest of {@code maxima}
 */
public record SweepRow(int n, double best, List<Maximum> maxima) {

    private static final List<Integer> TOLD = List.of(1, 2, 5, 10, 20, 50, 100);

    public record Maximum(double temperature, int prompts, Estimate maximum) {}

    /** For some N up to the largest that there is, and that one. */
    public static List<SweepRow> of(List<Curve> curves) {
        var largest = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToInt(Point::n)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, largest)
                .filter(n -> n == largest || TOLD.contains(n))
                .mapToObj(n -> row(n, curves))
                .toList();
    }

    private static SweepRow row(int n, List<Curve> curves) {
        var maxima = curves.stream()
                .flatMap(curve -> curve.points().stream()
                        .filter(point -> point.n() == n)
                        .map(point -> new Maximum(curve.temperature(), point.prompts(), point.maximum())))
                .toList();
        var best = maxima.stream()
                .max(Comparator.comparingDouble(each -> each.maximum().mean()))
                .orElseThrow();
        return new SweepRow(n, best.temperature(), maxima);
    }
}
