package dev.paddock.reward;

import dev.paddock.rewardmodel.training.Wilson;

/**
 * How often a reward model gives the answer that people chose the higher score.
 *
 * @param hits of so many comparisons; an equal score is half a hit
 * @param conversations different ones among them
 * @param independent by which the interval goes, as what is said of one conversation hangs together: how many conversations of one size say as
 *     much as these, {@code (sum of sizes)² / sum of squared sizes} (L. Kish, Survey Sampling, 1965)
 */
public record Agreement(double hits, long of, long conversations, double independent) {

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
        return new Wilson(share(), independent).low();
    }

    public double high() {
        return new Wilson(share(), independent).high();
    }

    /** Adds up what was said of one conversation after another. */
    static final class Sum {

        private double hits;
        private long of;
        private long conversations;
        private double squares;

        void add(double hitsOfOne, long ofOne) {
            if (ofOne > 0) {
                hits += hitsOfOne;
                of += ofOne;
                conversations++;
                squares += (double) ofOne * ofOne;
            }
        }

        Agreement agreement() {
            return new Agreement(hits, of, conversations, of == 0 ? 0 : (double) of * of / squares);
        }
    }
}
