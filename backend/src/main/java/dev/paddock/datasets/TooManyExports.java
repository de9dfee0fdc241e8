package dev.paddock.datasets;

import dev.paddock.shared.Refusal;

/** As many exports as this process takes at once are running. */
public final class TooManyExports extends Refusal {

    TooManyExports() {
        super(Kind.TOO_MANY, "Too many exports are running at once. Try again when one of them has ended.");
    }
}
