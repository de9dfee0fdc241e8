package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.rewardmodel.retraining.TrainingReport;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobProgress;
import dev.paddock.shared.JobState;
import dev.paddock.shared.JobWorker;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One training of a reward model on the comparisons of some campaigns.
 *
 * @param number in the order in which they were asked for
 * @param last the last comparison that counts: what is said later changes nothing
 * @param cancelled whether somebody wanted it to end
 * @param failure why it failed, a sentence; empty where it did not
 * @param model the candidate that came out
 * @param against the model that it was measured against
 * @param startedBy whoever asked for it, or made the plan that did
 */
public record Training(
        UUID id,
        long number,
        ModelKind kind,
        List<UUID> campaigns,
        long last,
        Margin margin,
        JobState state,
        boolean cancelled,
        JobProgress progress,
        String failure,
        @Nullable String model,
        @Nullable String against,
        @Nullable TrainingReport report,
        @Nullable UUID startedBy,
        Instant createdAt,
        @Nullable Instant endedAt)
        implements JobWorker.Job {

    String described() {
        return "training " + number;
    }
}
