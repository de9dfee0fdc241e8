package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's wish that a reward model be trained on it again and again: after so many new comparisons, by the clock where there are any
 * new ones, or whichever comes first.
 *
 * @param every so many new comparisons; null for whatever their number
 * @param rhythm null for not by the clock
 * @param firstAt the clock's first turn, from which all others are counted; null without a rhythm
 * @param nextAt its next one; null without a rhythm
 * @param person who wished it, and in whose name it is done
 * @param resting whether that person leads the campaign no longer, so that nothing is trained in their name
 */
public record TrainingPlan(
        UUID campaign,
        @Nullable Integer every,
        @Nullable Rhythm rhythm,
        @Nullable Instant firstAt,
        @Nullable Instant nextAt,
        Margin margin,
        UUID person,
        boolean resting) {

    /** The clock's first turn after {@code now}. */
    Instant turnAfter(Instant now) {
        return Objects.requireNonNull(rhythm).next(Objects.requireNonNull(firstAt), now);
    }
}
