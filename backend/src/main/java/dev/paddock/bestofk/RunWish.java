package dev.paddock.bestofk;

import dev.paddock.bestofk.curves.Curve;
import dev.paddock.shared.InvalidInput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lead asks of a {@link BestOfKRun}.
 *
 * @param variant its name
 * @param temperatures without doubles, as they are to be swept
 * @param seed null for any
 * @param prompts some of the campaign's; null for all
 * @param limit at most so many of these, the oldest first; null for all of them
 */
public record RunWish(
        UUID campaign,
        String variant,
        int k,
        List<Double> temperatures,
        @Nullable Long seed,
        RankedBy rankedBy,
        @Nullable List<UUID> prompts,
        @Nullable Integer limit) {

    /** What one run may generate. */
    static final int MOST_SAMPLES = 100_000;

    private static final int MOST_TEMPERATURES = 20;
    private static final long LARGEST_SEED = Integer.MAX_VALUE;

    public RunWish {
        temperatures = temperatures.stream()
                .map(temperature -> temperature.isNaN() ? temperature : Math.round(temperature * 1000) / 1000.0)
                .distinct()
                .sorted()
                .toList();
    }

    /** @throws InvalidInput naming what does not go */
    void requireSense() {
        if (k < 1 || k > Curve.MOST) {
            throw new InvalidInput("k", "must be 1 to " + Curve.MOST + " samples per prompt");
        }
        if (temperatures.isEmpty() || temperatures.size() > MOST_TEMPERATURES) {
            throw new InvalidInput("temperatures", "must be 1 to " + MOST_TEMPERATURES + " different ones");
        }
        if (temperatures.stream().anyMatch(temperature -> !(temperature >= 0 && temperature <= 2))) {
            throw new InvalidInput("temperatures", "must each be 0 to 2");
        }
        if (k > 1 && temperatures.contains(0.0)) {
            throw new InvalidInput(
                    "temperatures", "must be above 0: at 0 all " + k + " samples of a prompt are the same");
        }
        if (seed != null && (seed < 0 || seed > LARGEST_SEED)) {
            throw new InvalidInput("seed", "must be 0 to " + LARGEST_SEED);
        }
        if (limit != null && limit < 1) {
            throw new InvalidInput("limit", "must be at least 1; leave it out for all prompts");
        }
        if (prompts != null && (prompts.isEmpty() || prompts.size() > mostPrompts())) {
            throw new InvalidInput(
                    "prompts", "must be 1 to " + mostPrompts() + " of the campaign's; leave it out for all");
        }
    }

    /** With as many samples for each of them as are wished. */
    int mostPrompts() {
        return MOST_SAMPLES / (k * temperatures.size());
    }
}
