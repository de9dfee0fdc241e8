package dev.paddock.rewardmodel.onnx;

import org.jspecify.annotations.Nullable;

/** What was to be computed is more than the memory holds or the time allows. The session stays good. */
public abstract sealed class TooLarge extends RuntimeException permits NotEnoughMemory, RanTooLong {

    private final transient @Nullable Object subject;

    TooLarge(String message, Throwable cause, @Nullable Object subject) {
        super(message, cause);
        this.subject = subject;
    }

    /** What it was, as whoever wanted it computed knows it; null where that is not known, or they were several. */
    public @Nullable Object subject() {
        return subject;
    }

    /** The same with its subject. */
    public abstract TooLarge over(Object what);
}
