package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.rewardmodel.retraining.Retraining;
import dev.paddock.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a lead asks of a {@link TrainingPlan}.
 *
 * @param every null for whatever the number of new comparisons
 * @param rhythm null for not by the clock
 * @param first the first turn by the clock, in whole minutes; null for as it is, or one turn from now
 */
public record PlanWish(
        @Nullable Integer every,
        @Nullable Rhythm rhythm,
        @Nullable Instant first,
        Margin margin) {

    private static final int MOST = 1_000_000;
    private static final Duration FARTHEST = Duration.ofDays(366);

    public PlanWish {
        first = first == null ? null : first.truncatedTo(ChronoUnit.MINUTES);
    }

    /** @throws InvalidInput naming what does not go */
    void requireSense() {
        if (every == null && rhythm == null) {
            throw new InvalidInput("every", "is missing; give a number of comparisons, or a rhythm, or both");
        }
        if (every != null && (every < Retraining.FEWEST || every > MOST)) {
            throw new InvalidInput("every", "must be " + Retraining.FEWEST + " to " + MOST + " comparisons");
        }
    }

    /**
     * The turns by the clock; null for none. A wish that leaves the clock as it is does not set it anew, or its turns would be counted from
     * another day.
     *
     * @param former of the plan that the campaign has
     * @throws InvalidInput where the first turn does not go
     */
    @Nullable
    Timetable timetable(@Nullable Timetable former, Instant now) {
        if (first != null && first.isAfter(now.plus(FARTHEST))) {
            throw new InvalidInput("first", "must lie ahead, within a year");
        }
        var kept = first == null || former != null && former.hasTurn(first);
        if (rhythm == null) {
            if (!kept) {
                throw new InvalidInput("rhythm", "is missing, without which there is no first time");
            }
            return null;
        }
        if (former != null && former.rhythm() == rhythm && kept) {
            return first == null || first.isBefore(now) ? former : former.goingOnAt(first);
        }
        return first == null ? Timetable.from(rhythm, now) : Timetable.beginning(rhythm, requireAhead(first, now));
    }

    private static Instant requireAhead(Instant first, Instant now) {
        if (first.isBefore(now)) {
            throw new InvalidInput("first", "must lie ahead, within a year");
        }
        return first;
    }
}
