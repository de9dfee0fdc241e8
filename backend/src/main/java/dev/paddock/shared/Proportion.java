package dev.paddock.shared;

import dev.paddock.rewardmodel.training.Wilson;

/** {@code hits} of {@code of}, with {@linkplain Wilson Wilson's} 95 % interval. */
public record Proportion(long hits, long of) {

    public Proportion {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
    }

    /** Nothing was counted: there is no share and no interval. */
    public boolean empty() {
        return of == 0;
    }

    /** 0 to 1; not a number where nothing was counted. */
    public double share() {
        return (double) hits / of;
    }

    public double low() {
        return new Wilson(share(), of).low();
    }

    public double high() {
        return new Wilson(share(), of).high();
    }
}
