package dev.paddock.reward;

import dev.paddock.rewardmodel.training.Wilson;

/**
 * How often a reward model gives the answer that people chose the higher score.
 *
 * @param hits of so many comparisons; an equal score is half a hit
 * @param conversations different ones among them, by which the interval goes: what is said of one hangs together
 */
public record Agreement(double hits, long of, long conversations) {

    /** Nothing was counted: there is no share and no interval. */
    public boolean empty() {
        return of == 0;
    }

    /** 0 to 1; not a number where nothing was counted. */
    public double share() {
        return hits / of;
    }

    /** Of the 95 % interval, 0 to 1. */
    public double low() {
        return new Wilson(share(), conversations).low();
    }

    public double high() {
        return new Wilson(share(), conversations).high();
    }
}
