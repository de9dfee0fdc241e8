package dev.paddock.rewardmodel.scoring;

/** So many calls wait for a reward model already that one more would only wait in vain. */
public final class ScoringBusy extends RuntimeException {

    public ScoringBusy() {
        super("The reward model has more to do than it can: try again in some seconds, or send fewer texts at once.");
    }
}
