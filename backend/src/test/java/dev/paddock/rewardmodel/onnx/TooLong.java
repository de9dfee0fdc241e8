package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import java.time.Duration;

/** What a graph throws that is not through within its time, without the wait. */
public final class TooLong {

    private TooLong() {}

    /** Over one text alone. */
    public static RanTooLong thrown() {
        return ofSeveral().over("a text");
    }

    /** Over a batch. */
    public static RanTooLong ofSeveral() {
        return new RanTooLong(Duration.ofMinutes(10), new OrtException("Exiting due to terminate flag being set"));
    }
}
