package dev.paddock.shared;

/** A job is taken up again later, and others have their turn; the message says what it waits for, or else why. */
public final class PutOff extends RuntimeException {

    public PutOff(String phase) {
        super(phase, null, false, false);
    }
}
