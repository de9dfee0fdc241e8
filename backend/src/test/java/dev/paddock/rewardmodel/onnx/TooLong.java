package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import java.time.Duration;

/** What a graph throws that is not through within its time, without the wait. */
public final class TooLong {

    private TooLong() {}

    public static RanTooLong thrown() {
        return new RanTooLong(Duration.ofMinutes(10), new OrtException("Exiting due to terminate flag being set"));
    }
}
