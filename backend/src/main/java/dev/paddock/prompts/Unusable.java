package dev.paddock.prompts;

/** A record cannot become a prompt or pair; the message is the end of a sentence that begins with its line. */
public final class Unusable extends Exception {

    public Unusable(String reason) {
        super(reason, null, false, false);
    }
}
