package dev.paddock.web.bestofk;

import dev.paddock.bestofk.RankedSample;
import dev.paddock.samples.Outcome;
import dev.paddock.samples.Provenance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sample of a run as JSON.
 *
 * @param reason why it failed; empty where it is whole
 * @param helpfulness its score, a logit; null where the run is not ranked by that, or not yet
 * @param safety likewise
 * @param reward what it is ranked by, 0 to 1
 * @param rank among the samples of its prompt at its temperature, 1 the best; null where it has none
 * @param provenance where it was asked for, and how
 * @param outcome what the model's server told of it
 */
record SampleRow(
        UUID id,
        UUID prompt,
        double temperature,
        boolean finished,
        String reason,
        String text,
        @Nullable Double helpfulness,
        @Nullable Double safety,
        @Nullable Double reward,
        @Nullable Integer rank,
        Provenance provenance,
        Outcome outcome) {

    static SampleRow of(RankedSample sample) {
        return new SampleRow(
                sample.id(),
                sample.prompt(),
                sample.temperature(),
                sample.finished(),
                sample.reason(),
                sample.text(),
                sample.helpfulness(),
                sample.safety(),
                sample.reward(),
                sample.rank(),
                sample.provenance(),
                sample.outcome());
    }
}
