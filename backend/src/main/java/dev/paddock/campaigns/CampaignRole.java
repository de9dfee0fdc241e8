package dev.paddock.campaigns;

import dev.paddock.people.Role;
import dev.paddock.shared.Words;

/** What a person is in one campaign. It never gives more than their role on the installation does. */
public enum CampaignRole {
    ANNOTATOR,
    REVIEWER,
    LEAD;

    public String word() {
        return Words.of(this);
    }

    static CampaignRole of(String word) {
        return Words.read(CampaignRole.class, word).orElseThrow();
    }

    public boolean within(Role role) {
        return switch (this) {
            case ANNOTATOR -> true;
            case REVIEWER -> role != Role.ANNOTATOR;
            case LEAD -> role == Role.LEAD || role == Role.OWNER;
        };
    }
}
