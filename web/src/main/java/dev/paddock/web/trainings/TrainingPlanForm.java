package dev.paddock.web.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import dev.paddock.trainings.PlanWish;
import dev.paddock.trainings.Rhythm;
import dev.paddock.trainings.TrainingPlan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * @param rhythm empty for not by the clock
 * @param first UTC, as browsers write it: 2026-12-01T03:00; empty for as it is, or one turn from now
 */
record TrainingPlanForm(
        @Nullable String every,
        @Nullable String rhythm,
        @Nullable String first,
        @Nullable String margin) {

    static TrainingPlanForm of(Optional<TrainingPlan> plan) {
        return plan.map(TrainingPlanForm::of).orElseGet(() -> new TrainingPlanForm("500", "", "", "small"));
    }

    private static TrainingPlanForm of(TrainingPlan plan) {
        return new TrainingPlanForm(
                plan.every() == null ? "" : plan.every().toString(),
                plan.clock() == null ? "" : plan.clock().rhythm().word(),
                plan.clock() == null
                        ? ""
                        : LocalDateTime.ofInstant(plan.clock().next(), ZoneOffset.UTC)
                                .toString(),
                plan.margin().word());
    }

    PlanWish wish() {
        return new PlanWish(number(), rhythmOrNone(), time(), Margin.of(Objects.requireNonNullElse(margin, "")));
    }

    private @Nullable Integer number() {
        try {
            return given(every).isEmpty() ? null : Integer.valueOf(given(every));
        } catch (NumberFormatException none) {
            throw new InvalidInput("every", "must be a whole number");
        }
    }

    private @Nullable Rhythm rhythmOrNone() {
        return given(rhythm).isEmpty() ? null : Words.require(Rhythm.class, "rhythm", given(rhythm));
    }

    private @Nullable Instant time() {
        try {
            return given(first).isEmpty()
                    ? null
                    : LocalDateTime.parse(given(first)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException none) {
            throw new InvalidInput("first", "must be a date and a time, as 2026-12-01T03:00");
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
