package dev.paddock.bestofk.export;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What an export of best samples is to hold.
 *
 * @param temperature only samples at this one; null for all together
 * @param top so many of each prompt, the best ones; of the same words the best alone
 * @param least only rewards of at least this, 0 to 1
 */
public record BestSampleRecipe(
        BestSampleShape shape, @Nullable Double temperature, int top, double least) {

    public BestSampleRecipe {
        if (top < 1) {
            throw new InvalidInput("top", "must be at least 1, the best one of each prompt");
        }
        if (!(least >= 0 && least <= 1)) {
            throw new InvalidInput("least", "must be a reward, 0 to 1");
        }
    }

    /** @throws InvalidInput where the run has no such temperature */
    void requireWithin(BestOfKRun run) {
        if (temperature != null && !run.temperatures().contains(temperature)) {
            throw new InvalidInput("temperature", "must be one of the run's: " + run.temperatures());
        }
    }
}
