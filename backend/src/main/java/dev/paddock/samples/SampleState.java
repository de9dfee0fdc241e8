package dev.paddock.samples;

import java.util.Locale;

/** What became of one attempt to answer. Only finished samples are ever shown or chosen. */
public enum SampleState {
    STARTED,
    FINISHED,
    FAILED,
    CANCELLED,
    /** It was whole, but its pair was not kept: too like the other, or the other side failed. */
    DISCARDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
