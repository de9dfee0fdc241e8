package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;

/** @param gap the reward of the chosen answer less that of the rejected one */
record PairGap(LabelledPair pair, double gap) {

    /** Whether no model is ever trained on it here, whatever it is given as. */
    boolean isHeldOut() {
        return HoldOut.contains(pair.pair().root());
    }

    /** By how many characters the chosen answer is. */
    double longer() {
        return pair.pair().chosen().length() - pair.pair().rejected().length();
    }
}
