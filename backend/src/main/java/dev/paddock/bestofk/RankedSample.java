package dev.paddock.bestofk;

import dev.paddock.samples.Outcome;
import dev.paddock.samples.Provenance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sample of a run.
 *
 * @param place which of the run's it is, from 0
 * @param position of its prompt in the run's list, from 0
 * @param question the prompt's text
 * @param finished whether it is whole
 * @param reason why it failed
 * @param helpfulness its score, a logit; null where the run's models gave none
 * @param safety likewise
 * @param reward what it is ranked by, 0 to 1; null where it is not ranked
 * @param rank among the samples of its prompt at its temperature, 1 the best
 */
public record RankedSample(
        UUID id,
        int place,
        int position,
        UUID prompt,
        String question,
        double temperature,
        boolean finished,
        String reason,
        String text,
        @Nullable Double helpfulness,
        @Nullable Double safety,
        @Nullable Double reward,
        @Nullable Integer rank,
        Provenance provenance,
        Outcome outcome) {}
