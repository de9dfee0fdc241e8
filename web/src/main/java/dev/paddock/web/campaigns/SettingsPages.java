package dev.paddock.web.campaigns;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/campaigns/{id}/settings")
class SettingsPages {

    private final Campaigns campaigns;
    private final Models models;
    private final CampaignChoices choices;
    private final Board board;

    SettingsPages(Campaigns campaigns, Models models, CampaignChoices choices, Board board) {
        this.campaigns = campaigns;
        this.models = models;
        this.choices = choices;
        this.board = board;
    }

    @GetMapping
    String show(Caller caller, @PathVariable UUID id, Model model) {
        var campaign = board.lead(caller, id, model);
        choices.offer(caller, model);
        var variants = models.variantsOf(campaigns.variantsOf(id)).stream()
                .map(ModelVariant::name)
                .toList();
        model.addAttribute("form", CampaignForm.of(campaign, variants));
        return "campaigns/settings";
    }

    @PostMapping
    ModelAndView save(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("form") CampaignForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            campaigns.edit(caller, id, form.toEdit());
            next.addFlashAttribute("receipt", "Saved.");
            next.addFlashAttribute("settled", id + "-settings");
            return new ModelAndView("redirect:/campaigns/" + id + "/settings");
        } catch (Refusal refusal) {
            board.lead(caller, id, model);
            choices.offer(caller, model);
            return FormFaults.tell(refusal, faults, "campaigns/settings");
        }
    }
}
