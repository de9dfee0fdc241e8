package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's wish that a reward model be trained on it again and again: after so many new comparisons, by the clock where there are any
 * new ones, or whichever comes first.
 *
 * @param every so many new comparisons; null for whatever their number
 * @param clock null for not by the clock
 * @param person who wished it, and in whose name it is done
 * @param resting whether that person leads the campaign no longer, so that nothing is trained in their name
 */
public record TrainingPlan(
        UUID campaign,
        @Nullable Integer every,
        @Nullable Timetable clock,
        Margin margin,
        UUID person,
        boolean resting) {

    String described() {
        return Stream.of(
                        every == null ? "" : "every " + every + " comparisons",
                        clock == null ? "" : clock.rhythm().word(),
                        "margin " + margin.word())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
