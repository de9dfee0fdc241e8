package dev.paddock.bestofk;

import dev.paddock.shared.JobProgress;
import dev.paddock.shared.JobState;
import dev.paddock.shared.JobWorker;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * K samples of one variant for each of some prompts, at each of some temperatures, ranked by reward.
 *
 * @param number in the order in which they were asked for
 * @param revision of the variant; another one does not answer for it
 * @param seed that each sample's own is made of
 * @param prompts how many
 * @param cancelled whether somebody wanted it to end
 * @param failure why it failed, a sentence; empty where it did not
 * @param helpfulnessModel whose scores the ranks are by; null where they are not, or not yet
 * @param safetyModel likewise
 */
public record BestOfKRun(
        UUID id,
        long number,
        UUID campaign,
        UUID variant,
        String variantName,
        int revision,
        int k,
        List<Double> temperatures,
        long seed,
        RankedBy rankedBy,
        int prompts,
        JobState state,
        boolean cancelled,
        JobProgress progress,
        String failure,
        @Nullable String helpfulnessModel,
        @Nullable String safetyModel,
        UUID startedBy,
        Instant createdAt,
        @Nullable Instant endedAt)
        implements JobWorker.Job {

    String described() {
        return "run " + number + ": " + samples() + " samples of " + variantName + ", revision " + revision;
    }

    public int samples() {
        return prompts * temperatures.size() * k;
    }
}
