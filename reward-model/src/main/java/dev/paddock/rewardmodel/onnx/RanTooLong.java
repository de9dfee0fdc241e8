package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import java.time.Duration;

/** A graph was not through within its time, so it was ended. The session stays good. */
public final class RanTooLong extends RuntimeException {

    RanTooLong(Duration longest, OrtException cause) {
        super(
                "The graph was ended, as it was not through after %,.1f seconds."
                        .formatted(longest.toMillis() / 1000.0),
                cause);
    }
}
