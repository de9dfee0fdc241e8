package dev.paddock.campaigns;

import dev.paddock.shared.Words;

/** What people judge by (Llama 2, §3.2.1): the two tracks have guidelines and reward models of their own. */
public enum Track {
    HELPFULNESS,
    SAFETY;

    public String word() {
        return Words.of(this);
    }
}
