package dev.paddock.rewardmodel;

/** A file of weights that cannot be read or run. The message names the file and says what is wrong with it. */
public final class UnusableWeights extends RuntimeException {

    public UnusableWeights(String message) {
        super(message);
    }

    public UnusableWeights(String message, Throwable cause) {
        super(message, cause);
    }
}
