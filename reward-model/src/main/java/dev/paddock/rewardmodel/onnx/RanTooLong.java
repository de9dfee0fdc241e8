package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A graph was not through within its time, so it was ended. The session stays good. */
public final class RanTooLong extends TooLarge {

    RanTooLong(Duration longest, OrtException cause) {
        this(
                "The graph was ended, as it was not through after %,.1f seconds."
                        .formatted(longest.toMillis() / 1000.0),
                cause,
                null);
    }

    private RanTooLong(String message, Throwable cause, @Nullable Object subject) {
        super(message, cause, subject);
    }

    /** Whether several were computed at once: then it says nothing of any one of them, and each may do by itself. */
    public boolean isOfSeveral() {
        return subject() == null;
    }

    @Override
    public RanTooLong over(Object what) {
        return new RanTooLong(String.valueOf(getMessage()), this, what);
    }
}
