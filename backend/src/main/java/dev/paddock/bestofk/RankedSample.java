package dev.paddock.bestofk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.paddock.samples.Outcome;
import dev.paddock.samples.Provenance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sample of a run, also as JSON.
 *
 * @param place which of the run's it is, from 0
 * @param question the prompt's text
 * @param finished whether it is whole
 * @param reason why it failed, or has no score; empty where neither is so
 * @param helpfulness its score, a logit; null where the run is not ranked by that, or not yet
 * @param helpfulnessBy what gave that score; null where there is none
 * @param safety as helpfulness
 * @param safetyBy likewise
 * @param reward what it is ranked by, 0 to 1; null where it is not ranked
 * @param rank among the samples of its prompt at its temperature, 1 the best; null where it has none
 * @param provenance where it was asked for, and how
 * @param outcome what the model's server told of it
 */
public record RankedSample(
        UUID id,
        @JsonIgnore int place,
        UUID prompt,
        @JsonIgnore String question,
        double temperature,
        boolean finished,
        String reason,
        String text,
        @Nullable Double helpfulness,
        @Nullable ScoredBy helpfulnessBy,
        @Nullable Double safety,
        @Nullable ScoredBy safetyBy,
        @Nullable Double reward,
        @Nullable Integer rank,
        Provenance provenance,
        Outcome outcome) {}
