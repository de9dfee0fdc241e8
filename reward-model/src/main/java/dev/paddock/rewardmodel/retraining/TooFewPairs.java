package dev.paddock.rewardmodel.retraining;

/** Nothing can be learnt from so few pairs. The message says how many there are and how many are needed. */
public final class TooFewPairs extends IllegalArgumentException {

    TooFewPairs(long pairs, int fewest) {
        super("There are " + pairs + " comparisons to learn from; " + fewest
                + " are the fewest. Those that are held out for judging do not count.");
    }
}
