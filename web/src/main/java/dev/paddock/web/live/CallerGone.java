package dev.paddock.web.live;

/** The caller hung up before there was an answer: nobody is left to be told anything. */
public final class CallerGone extends RuntimeException {

    CallerGone() {
        super("The caller hung up", null, false, false);
    }
}
