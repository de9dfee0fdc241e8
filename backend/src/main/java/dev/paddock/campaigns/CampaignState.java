package dev.paddock.campaigns;

import dev.paddock.shared.Words;

/** Tasks are given out only while active; closed is for ever. */
public enum CampaignState {
    DRAFT,
    ACTIVE,
    PAUSED,
    CLOSED;

    public String word() {
        return Words.of(this);
    }
}
