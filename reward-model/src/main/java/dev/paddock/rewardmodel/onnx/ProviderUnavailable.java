package dev.paddock.rewardmodel.onnx;

/** A required execution provider cannot be used on this machine; the message carries ONNX Runtime's own reason. */
public final class ProviderUnavailable extends RuntimeException {

    ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
