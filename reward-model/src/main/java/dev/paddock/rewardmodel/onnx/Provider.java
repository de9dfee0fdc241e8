package dev.paddock.rewardmodel.onnx;

import java.util.Locale;

/** Where a model is computed: an ONNX Runtime execution provider, or somewhere else. */
public enum Provider {
    CUDA,
    CPU,
    /** On a server, on whatever that has; no execution provider that could be asked for. */
    REMOTE;

    /** The name as configuration and pages write it: {@code cuda}, {@code cpu}, {@code remote}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a name that is not one of ours, listing those that are */
    public static Provider of(String label) {
        for (var provider : values()) {
            if (provider != REMOTE && provider.label().equals(label.strip().toLowerCase(Locale.ROOT))) {
                return provider;
            }
        }
        throw new IllegalArgumentException("Execution provider '" + label + "' is not known; there are cuda and cpu.");
    }
}
