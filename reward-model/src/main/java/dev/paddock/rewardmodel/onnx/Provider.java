package dev.paddock.rewardmodel.onnx;

import java.util.Locale;

/** An ONNX Runtime execution provider: where a graph is computed. */
public enum Provider {
    CUDA,
    CPU;

    /** The name as configuration and pages write it: {@code cuda}, {@code cpu}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a name that is not one of ours, listing those that are */
    public static Provider of(String label) {
        for (var provider : values()) {
            if (provider.label().equals(label.strip().toLowerCase(Locale.ROOT))) {
                return provider;
            }
        }
        throw new IllegalArgumentException("Execution provider '" + label + "' is not known; there are cuda and cpu.");
    }
}
