package dev.paddock.rewardmodel.onnx;

import org.jspecify.annotations.Nullable;

/** A graph broke on what it was given, or the device did: whether the session is still good only another run tells. */
public final class RunFailed extends RuntimeException {

    public RunFailed(String message) {
        this(message, null);
    }

    RunFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
