package dev.paddock.rewardmodel.retraining;

import dev.paddock.rewardmodel.scoring.ModelCard.Measured;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the card of a model is to tell of its training that the pairs do not.
 *
 * @param version of the model that comes out
 * @param source what the own pairs are
 * @param campaigns the ids of those that they are from; none where they are from a file
 * @param margin by which they were given theirs, in a word; null where each brought its own
 * @param asOf when they were chosen
 * @param against the model that the new one is measured against
 */
public record Origin(
        String version,
        String source,
        List<String> campaigns,
        @Nullable String margin,
        Instant asOf,
        Measured against) {}
