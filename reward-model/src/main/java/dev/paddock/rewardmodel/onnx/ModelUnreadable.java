package dev.paddock.rewardmodel.onnx;

/** ONNX Runtime refuses a model file: cut off, not ONNX, or using what this version does not have. */
public final class ModelUnreadable extends RuntimeException {

    ModelUnreadable(String message) {
        super(message);
    }

    ModelUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
