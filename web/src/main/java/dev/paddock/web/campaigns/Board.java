package dev.paddock.web.campaigns;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every tab of a campaign's board shows above itself. */
@Component
class Board {

    private final Campaigns campaigns;

    Board(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** For leads and reviewers of the campaign; the model learns which of the two. */
    Campaign open(Caller caller, UUID id, Model model) {
        var campaign = campaigns.requireReader(caller, id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("leads", campaigns.roleOf(caller, id) == CampaignRole.LEAD);
        return campaign;
    }

    /** For leads alone: where something is changed. */
    Campaign lead(Caller caller, UUID id, Model model) {
        campaigns.requireLead(caller, id);
        return open(caller, id, model);
    }
}
