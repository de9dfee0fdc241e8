package dev.paddock.web.parts;

import org.jspecify.annotations.Nullable;

/**
 * One bar of a chart.
 *
 * @param share of the full width, 0 to 1
 * @param low   lower end of the interval, 0 to 1; equal to {@code high} when there is none
 * @param figure the number as it is shown
 * @param tone  left, right, faint or bad; null for the accent
 */
public record Bar(
        String label,
        double share,
        double low,
        double high,
        String figure,
        @Nullable String tone) {

    public Bar {
        if (!(share >= 0 && share <= 1 && low <= high)) {
            throw new IllegalArgumentException("share " + share + " in [" + low + ", " + high + "]");
        }
    }

    public Bar(String label, double share, String figure) {
        this(label, share, share, share, figure, null);
    }

    // What the SVG wants: per cent of a box 100 wide.
    public double width() {
        return 100 * share;
    }

    public boolean interval() {
        return low < high;
    }

    public double from() {
        return 100 * Math.max(0, low);
    }

    public double to() {
        return 100 * Math.min(1, high);
    }
}
