package dev.paddock.reward;

import dev.paddock.rewardmodel.remote.Era;

/** May answer in the place of a model on a server, until it is found out. */
public final class Impostor {

    private volatile Era era = new Era();
    private volatile boolean found;

    /** From here on the model itself answers. */
    public void isFoundOut() {
        var over = era;
        era = new Era();
        over.end();
        found = true;
    }

    public boolean answers() {
        return !found;
    }

    Era era() {
        return era;
    }
}
