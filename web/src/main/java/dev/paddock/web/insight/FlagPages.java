package dev.paddock.web.insight;

import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.insight.Insight;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What people wrote to a campaign's leads when they flagged or skipped. */
@Controller
class FlagPages {

    private final Insight insight;
    private final Campaigns campaigns;

    FlagPages(Insight insight, Campaigns campaigns) {
        this.insight = insight;
        this.campaigns = campaigns;
    }

    @GetMapping("/campaigns/{id}/flags")
    String list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("campaign", campaigns.requireReader(caller, id));
        model.addAttribute("leads", campaigns.roleOf(caller, id) == CampaignRole.LEAD);
        model.addAttribute("page", insight.flags(caller, id, cursor, Page.DEFAULT_SIZE));
        model.addAttribute("cursor", cursor);
        return "insight/flags";
    }
}
