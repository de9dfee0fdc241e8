package dev.paddock.web.campaigns;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.insight.Insight;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Prompts;
import dev.paddock.shared.Refusal;
import dev.paddock.web.parts.Fact;
import dev.paddock.web.parts.Figures;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/campaigns/{id}")
class OverviewPages {

    private final Campaigns campaigns;
    private final Prompts prompts;
    private final Models models;
    private final Board board;
    private final Insight insight;
    private final Figures figures;

    OverviewPages(Campaigns campaigns, Prompts prompts, Models models, Board board, Insight insight, Figures figures) {
        this.campaigns = campaigns;
        this.prompts = prompts;
        this.models = models;
        this.board = board;
        this.insight = insight;
        this.figures = figures;
    }

    @GetMapping
    String overview(Caller caller, @PathVariable UUID id, Model model) {
        if (campaigns.roleOf(caller, id) == CampaignRole.ANNOTATOR) {
            return "redirect:/work";
        }
        var campaign = board.open(caller, id, model);
        var cameIn = insight.facts(caller, id);
        model.addAttribute("cameIn", figures.facts(cameIn));
        model.addAttribute("degrees", figures.degrees(cameIn));
        model.addAttribute("facts", facts(campaign, insight.flagCount(caller, id)));
        model.addAttribute("variants", models.variantsOf(campaigns.variantsOf(id)));
        model.addAttribute("rounds", campaigns.rounds(id));
        return "campaigns/overview";
    }

    private List<Fact> facts(Campaign campaign, long flags) {
        return List.of(
                new Fact(
                        "Prompts",
                        "%,d".formatted(prompts.count(campaign.id())),
                        campaign.annotatorPrompts() ? "and people write their own" : null),
                new Fact("Judgements per item", Integer.toString(campaign.judgementsPerItem()), "by different people"),
                order(campaign),
                new Fact("Turns", "up to " + campaign.maxTurns(), "in a conversation"),
                new Fact("Guideline", "version " + campaign.guidelineVersion()),
                new Fact("Flagged and skipped", "%,d".formatted(flags), flags == 0 ? null : "people wrote why"));
    }

    private static Fact order(Campaign campaign) {
        var order = campaign.order().word();
        return switch (campaign.order()) {
            case ARRIVAL -> new Fact("Order of pairs", order);
            case UNCERTAINTY -> new Fact("Order of pairs", order, campaign.randomShare() + " % at random");
        };
    }

    @PostMapping("/activation")
    String start(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        return step(id, next, () -> {
            campaigns.activate(caller, id);
            return "Started: its people get tasks now.";
        });
    }

    @DeleteMapping("/activation")
    String pause(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        return step(id, next, () -> {
            campaigns.pause(caller, id);
            return "Paused: nobody gets a new task. Who holds one may finish it.";
        });
    }

    @PostMapping("/closure")
    String close(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        return step(id, next, () -> {
            campaigns.close(caller, id);
            return "Closed for good. What came in can still be exported.";
        });
    }

    /** A button has no field to stand beside: a conflict is told above the page it was pressed on. */
    private static String step(UUID id, RedirectAttributes next, Supplier<String> verb) {
        try {
            next.addFlashAttribute("receipt", verb.get());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            next.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/campaigns/" + id;
    }
}
