package dev.paddock.samples;

import dev.paddock.shared.WordColumn;
import dev.paddock.shared.Words;
import jakarta.persistence.Converter;

/** What became of one attempt to answer. Only finished samples are ever shown or chosen. */
public enum SampleState {
    STARTED,
    FINISHED,
    FAILED,
    CANCELLED,
    /** It was whole, but its pair was not kept: too like the other, or the other side failed. */
    DISCARDED;

    public String word() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends WordColumn<SampleState> {
        Column() {
            super(SampleState.class);
        }
    }
}
