package dev.paddock.bestofk.curves;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A mean over prompts.
 *
 * @param error its standard error, sample deviation over the root of the number of prompts; null for a single prompt
 */
public record Estimate(double mean, @Nullable Double error) {

    /** @param each one for each prompt, at least one */
    static Estimate of(double[] each) {
        var mean = Arrays.stream(each).average().orElseThrow();
        if (each.length == 1) {
            return new Estimate(mean, null);
        }
        var squares =
                Arrays.stream(each).map(one -> (one - mean) * (one - mean)).sum();
        return new Estimate(mean, Math.sqrt(squares / (each.length - 1) / each.length));
    }
}
