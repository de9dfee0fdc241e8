package dev.paddock.bestofk.curves;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the best of N is by temperature (Llama 2, figure 8).
 *
 * @param prompts how many all of it is a mean over: the same ones at each temperature
 * @param best the temperature that is clearly ahead of each other one; null where none is
 * @param maxima the coolest first; without temperatures that lost too many samples
 */
public record SweepRow(int n, int prompts, @Nullable Double best, List<Maximum> maxima) {

    /**
     * @param maximum the expected largest of n rewards
     * @param behind how far it is behind the temperature with the largest mean, prompt by prompt; null for that one itself
     */
    public record Maximum(
            double temperature, Estimate maximum, @Nullable Estimate behind) {}

    /** The temperature with the largest mean, whether it is clearly ahead or by chance. */
    public double leading() {
        return maxima.stream()
                .filter(maximum -> maximum.behind() == null)
                .findFirst()
                .orElseThrow()
                .temperature();
    }
}
