package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.rewardmodel.training.Retraining;
import dev.paddock.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a lead asks of a {@link TrainingPlan}.
 *
 * @param every null for whatever the number of new comparisons
 * @param rhythm null for not by the clock
 * @param first the first turn by the clock; null for one turn from now
 */
public record PlanWish(
        @Nullable Integer every,
        @Nullable Rhythm rhythm,
        @Nullable Instant first,
        Margin margin) {

    private static final int MOST = 1_000_000;
    private static final Duration FARTHEST = Duration.ofDays(366);

    /** @throws InvalidInput naming what does not go; null without a rhythm */
    @Nullable
    Instant requireFirst(Instant now) {
        if (every == null && rhythm == null) {
            throw new InvalidInput("every", "is missing; give a number of comparisons, or a rhythm, or both");
        }
        if (every != null && (every < Retraining.FEWEST || every > MOST)) {
            throw new InvalidInput("every", "must be " + Retraining.FEWEST + " to " + MOST + " comparisons");
        }
        if (rhythm == null && first != null) {
            throw new InvalidInput("rhythm", "is missing, without which there is no first time");
        }
        if (rhythm == null) {
            return null;
        }
        if (first == null) {
            return rhythm.next(now, now);
        }
        if (first.isBefore(now) || first.isAfter(now.plus(FARTHEST))) {
            throw new InvalidInput("first", "must lie ahead, within a year");
        }
        return first;
    }
}
