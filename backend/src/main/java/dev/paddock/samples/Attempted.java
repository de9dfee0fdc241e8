package dev.paddock.samples;

/** How an attempt ended; not yet on record. */
record Attempted(Attempt attempt, SampleState state, String reason, String text, Outcome outcome) {

    boolean isFinished() {
        return state == SampleState.FINISHED;
    }

    Slot slot() {
        return attempt.side().slot();
    }

    Attempted discarded(String why) {
        return isFinished() ? new Attempted(attempt, SampleState.DISCARDED, why, text, outcome) : this;
    }
}
