package dev.paddock.web.campaigns;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Prompts;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/campaigns")
class CampaignPages {

    private static final int SIZE = 50;

    private final Campaigns campaigns;
    private final Prompts prompts;
    private final CampaignChoices choices;

    CampaignPages(Campaigns campaigns, Prompts prompts, CampaignChoices choices) {
        this.campaigns = campaigns;
        this.prompts = prompts;
        this.choices = choices;
    }

    @GetMapping
    String list(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        var page = campaigns.visibleTo(caller, cursor, SIZE);
        model.addAttribute("campaigns", page.rows());
        model.addAttribute(
                "prompts", prompts.counts(page.rows().stream().map(Campaign::id).toList()));
        model.addAttribute("first", cursor == null ? null : "/campaigns");
        model.addAttribute("next", page.next() == null ? null : "/campaigns?cursor=" + page.next());
        model.addAttribute("mayMake", caller.mayLead());
        return "campaigns/list";
    }

    @GetMapping("/new")
    String blank(Caller caller, Model model) {
        choices.offer(caller, model);
        model.addAttribute("form", CampaignForm.empty());
        return "campaigns/new";
    }

    @PostMapping
    ModelAndView create(
            Caller caller,
            @ModelAttribute("form") CampaignForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            var made = campaigns.create(caller, form.toNew());
            next.addFlashAttribute("receipt", "Made as a draft. Add prompts and people, then start it.");
            next.addFlashAttribute("settled", "new-campaign");
            return new ModelAndView("redirect:/campaigns/" + made.id());
        } catch (Refusal refusal) {
            choices.offer(caller, model);
            return FormFaults.tell(refusal, faults, "campaigns/new");
        }
    }
}
