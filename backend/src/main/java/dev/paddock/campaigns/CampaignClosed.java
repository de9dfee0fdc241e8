package dev.paddock.campaigns;

import dev.paddock.shared.Refusal;

/** A closed campaign takes nothing new. */
public final class CampaignClosed extends Refusal {

    CampaignClosed(String name) {
        super(
                Kind.CONFLICT,
                "The campaign '" + name
                        + "' is closed for good. What came in can still be exported; to go on, make another campaign.");
    }
}
