package dev.paddock.samples;

/** A model answers nobody just now, whatever it is asked. The message says why, for leads: it may name servers. */
public final class ModelAway extends Exception {

    private static final int LONGEST = 300;

    ModelAway(String reason) {
        super(reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + " …", null, false, false);
    }
}
