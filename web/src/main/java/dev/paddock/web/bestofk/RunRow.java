package dev.paddock.web.bestofk;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedBy;
import dev.paddock.shared.JobState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A best-of-K run as JSON.
 *
 * @param samples how many it generates in all
 * @param phase what it is at, or waits for; empty before its first turn
 * @param percent of the present phase
 * @param rewardModels whose scores the ranks are by; null where they are not, or not yet
 */
record RunRow(
        UUID id,
        long number,
        UUID campaign,
        String variant,
        int revision,
        int k,
        List<Double> temperatures,
        long seed,
        @Schema(implementation = RankedBy.class) String rankedBy,
        int prompts,
        int samples,

        @Schema(implementation = JobState.class) String state,

        String phase,
        int percent,
        String failure,
        Models rewardModels,
        Instant createdAt,
        @Nullable Instant endedAt) {

    @Schema(name = "RewardModelNames")
    record Models(@Nullable String helpfulness, @Nullable String safety) {}

    static RunRow of(BestOfKRun run) {
        return new RunRow(
                run.id(),
                run.number(),
                run.campaign(),
                run.variantName(),
                run.revision(),
                run.k(),
                run.temperatures(),
                run.seed(),
                run.rankedBy().word(),
                run.prompts(),
                run.samples(),
                run.state().word(),
                run.progress().phase(),
                run.progress().percent(),
                run.failure(),
                new Models(run.helpfulnessModel(), run.safetyModel()),
                run.createdAt(),
                run.endedAt());
    }
}
