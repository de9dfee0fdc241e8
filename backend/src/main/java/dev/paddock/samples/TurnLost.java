package dev.paddock.samples;

import java.util.UUID;

/** The turn was cancelled or drawn again elsewhere: what was generated for it no longer counts. */
final class TurnLost extends RuntimeException {

    TurnLost(UUID turn) {
        super("turn " + turn + " is no longer ours", null, false, false);
    }
}
