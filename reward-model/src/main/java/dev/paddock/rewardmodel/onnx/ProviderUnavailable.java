package dev.paddock.rewardmodel.onnx;

import org.jspecify.annotations.Nullable;

/** A required execution provider cannot be used on this machine; the message carries ONNX Runtime's own reason. */
public final class ProviderUnavailable extends RuntimeException {

    ProviderUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
