package dev.paddock.web.insight;

import dev.paddock.insight.SeenTurn;
import dev.paddock.samples.Outcome;
import dev.paddock.samples.Provenance;
import dev.paddock.samples.Sample;
import dev.paddock.samples.SampleState;
import dev.paddock.samples.Score;
import dev.paddock.samples.Slot;
import java.util.List;
import java.util.UUID;

/** A sample with all that is known of it. */
record SampleView(
        UUID id,
        Slot slot,
        int attempt,
        SampleState state,
        String reason,
        String text,
        boolean chosen,
        boolean nearDuplicate,
        boolean prefetched,
        Provenance provenance,
        Outcome outcome,
        List<Score> scores) {

    static SampleView of(Sample sample, SeenTurn turn) {
        return new SampleView(
                sample.id(),
                sample.slot(),
                sample.attempt(),
                sample.state(),
                sample.reason(),
                sample.text(),
                turn.isChosen(sample),
                sample.nearDuplicate(),
                sample.prefetched(),
                sample.provenance(),
                sample.outcome(),
                turn.scoresOf(sample));
    }

    /** The provenance as lines of a table; what nobody knows is left out. */
    public List<ProvenanceLine> lines() {
        return ProvenanceLine.of(provenance, outcome);
    }
}
