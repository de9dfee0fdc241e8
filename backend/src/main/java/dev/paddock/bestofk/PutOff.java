package dev.paddock.bestofk;

/** A run waits for what is away, which the message names; it goes on with what it has. */
final class PutOff extends RuntimeException {

    PutOff(String waitsFor) {
        super(waitsFor, null, false, false);
    }
}
