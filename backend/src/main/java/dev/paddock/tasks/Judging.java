package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.samples.Turn;
import java.time.Instant;
import java.util.UUID;

/**
 * A pair about to be judged, with its task locked.
 *
 * @param shownAt  when this person had both answers before them
 * @param guidelineVersion the one this person had before them
 * @param prepared the pair was imported: others judge the very same one, and nothing follows it
 */
public record Judging(
        Task task,
        Campaign campaign,
        Turn turn,
        UUID leftSample,
        UUID rightSample,
        Instant shownAt,
        int guidelineVersion,
        boolean prepared) {}
