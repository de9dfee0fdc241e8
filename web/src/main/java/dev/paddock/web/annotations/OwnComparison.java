package dev.paddock.web.annotations;

import dev.paddock.annotations.Comparison;
import dev.paddock.annotations.Degree;
import dev.paddock.annotations.Ratings;
import dev.paddock.annotations.SafetyBin;
import dev.paddock.annotations.Side;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comparison as whoever made it may see it: by sides, and nothing of where the answers came from (I5). */
record OwnComparison(
        UUID id,
        long number,
        UUID task,
        UUID campaign,
        Side chosen,
        Degree degree,
        @Nullable SafetyBin safety,
        Ratings left,
        Ratings right,
        String note,
        Instant savedAt,
        Instant revisedUntil) {

    static OwnComparison of(Comparison saved, Instant revisedUntil) {
        return new OwnComparison(
                saved.id(),
                saved.number(),
                saved.taskId(),
                saved.campaignId(),
                saved.chosen(),
                saved.degree(),
                saved.safety(),
                saved.ratings(Side.LEFT),
                saved.ratings(Side.RIGHT),
                saved.note(),
                saved.savedAt(),
                revisedUntil);
    }
}
