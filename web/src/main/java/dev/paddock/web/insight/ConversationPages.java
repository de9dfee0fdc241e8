package dev.paddock.web.insight;

import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.insight.Insight;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import dev.paddock.web.parts.Figures;
import dev.paddock.web.security.Links;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A campaign's conversations, each of them, and how to take them away. */
@Controller
class ConversationPages {

    private final Insight insight;
    private final Campaigns campaigns;
    private final Figures figures;
    private final Links links;

    ConversationPages(Insight insight, Campaigns campaigns, Figures figures, Links links) {
        this.insight = insight;
        this.campaigns = campaigns;
        this.figures = figures;
        this.links = links;
    }

    @GetMapping("/campaigns/{id}/conversations")
    String list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        open(caller, id, model);
        model.addAttribute("page", insight.conversations(caller, id, cursor, Page.DEFAULT_SIZE));
        model.addAttribute("cursor", cursor);
        return "insight/conversations";
    }

    /** What the tabs above want to know. */
    private void open(Caller caller, UUID id, Model model) {
        model.addAttribute("campaign", campaigns.requireReader(caller, id));
        model.addAttribute("leads", campaigns.roleOf(caller, id) == CampaignRole.LEAD);
    }

    @GetMapping("/conversations/{id}")
    String one(Caller caller, @PathVariable UUID id, Model model) {
        model.addAttribute("conversation", ConversationView.of(insight.conversation(caller, id)));
        return "insight/conversation";
    }

    /** For leads: it is they who take data sets away, and no reviewer's token can. */
    @GetMapping("/campaigns/{id}/export")
    String export(Caller caller, @PathVariable UUID id, Model model) {
        campaigns.requireLead(caller, id);
        open(caller, id, model);
        model.addAttribute("figures", figures.facts(insight.facts(caller, id)));
        model.addAttribute("address", links.to("/api/campaigns/" + id + "/comparisons"));
        return "insight/export";
    }
}
