package dev.paddock.samples;

import java.util.Locale;

/** How far a turn's pair has come. */
public enum TurnState {
    GENERATING,
    READY,
    /** Two draws in a row failed; {@link Turn#failure()} tells the person. */
    FAILED,
    /** The person left, skipped or ran out of time before both answers were there. */
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
