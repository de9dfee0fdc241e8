package dev.paddock.samples;

import dev.paddock.shared.WordColumn;
import dev.paddock.shared.Words;
import jakarta.persistence.Converter;

/** How far a turn's pair has come. */
public enum TurnState {
    GENERATING,
    READY,
    /** Two draws in a row failed; {@link Turn#failure()} tells the person. */
    FAILED,
    /** The person left, skipped or ran out of time before both answers were there. */
    CANCELLED;

    public String word() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends WordColumn<TurnState> {
        Column() {
            super(TurnState.class);
        }
    }
}
