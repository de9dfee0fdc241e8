package dev.paddock.web.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.shared.Words;
import dev.paddock.trainings.PlanWish;
import dev.paddock.trainings.Rhythm;
import dev.paddock.trainings.TrainingPlan;
import dev.paddock.trainings.TrainingPlans;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A campaign's plan of trainings, as JSON. */
@RestController
@RequestMapping("/api/campaigns/{campaign}/training-plan")
@Tag(name = "Reward models")
class TrainingPlansApi {

    private final TrainingPlans plans;

    TrainingPlansApi(TrainingPlans plans) {
        this.plans = plans;
    }

    /**
     * @param every so many new comparisons, 20 at least
     * @param rhythm by the clock, where there are any new ones
     * @param first the first turn by the clock; where it is missing the turns stay as they are, or begin one turn from now
     */
    record PlanRequest(
            @Nullable Integer every,

            @Schema(implementation = Rhythm.class) @Nullable String rhythm,

            @Nullable Instant first,

            @Schema(implementation = Margin.class, defaultValue = "small") @Nullable
            String margin) {

        PlanWish wish() {
            return new PlanWish(
                    every,
                    rhythm == null ? null : Words.require(Rhythm.class, "rhythm", rhythm),
                    first,
                    Margin.of(Objects.requireNonNullElse(margin, "small")));
        }
    }

    /** @param resting whether whoever made it leads the campaign no longer, so that nothing is trained in their name */
    record PlanBody(
            @Nullable Integer every,
            @Nullable String rhythm,
            @Nullable Instant nextAt,
            String margin,
            boolean resting) {

        static PlanBody of(TrainingPlan plan) {
            return new PlanBody(
                    plan.every(),
                    plan.clock() == null ? null : plan.clock().rhythm().word(),
                    plan.clock() == null ? null : plan.clock().next(),
                    plan.margin().word(),
                    plan.resting());
        }
    }

    @Operation(
            summary =
                    "Has a reward model trained on the campaign after every so many new comparisons, by the clock, or both.")
    @PutMapping
    PlanBody putPlan(Caller caller, @PathVariable UUID campaign, @RequestBody PlanRequest request) {
        return PlanBody.of(plans.put(caller, campaign, request.wish()));
    }

    @Operation(summary = "Gives the campaign's training plan; 204 where it has none.")
    @GetMapping
    ResponseEntity<PlanBody> plan(Caller caller, @PathVariable UUID campaign) {
        return plans.find(caller, campaign)
                .map(PlanBody::of)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Operation(summary = "Removes the campaign's training plan.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePlan(Caller caller, @PathVariable UUID campaign) {
        plans.remove(caller, campaign);
    }
}
