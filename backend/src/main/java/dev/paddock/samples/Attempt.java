package dev.paddock.samples;

import java.util.UUID;

/** A sample on record as started, and what it is started with. */
record Attempt(UUID sample, Side side) {

    Attempted ended(SampleState state, String reason, String text, Outcome outcome) {
        return new Attempted(this, state, reason, text, outcome);
    }
}
