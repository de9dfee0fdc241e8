package dev.paddock.web.bestofk;

import dev.paddock.bestofk.BestOfK;
import dev.paddock.bestofk.Sweeps;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.parts.Choice;
import dev.paddock.web.parts.JobPage;
import dev.paddock.web.parts.LedCampaigns;
import dev.paddock.web.security.Links;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Best-of-K runs: which there are, asking for one, how far it is, what came out. */
@Controller
@RequestMapping("/best-of-k")
class BestOfKPages {

    private static final List<Choice> RANKED_BY = List.of(
            new Choice("helpfulness", "Helpfulness"),
            new Choice("safety", "Safety"),
            new Choice(
                    "combined",
                    "Both, as Llama 2 combines them",
                    "Safety where the prompt has a risk category or an attack vector, or the answer's safety is below 0.15; helpfulness otherwise."));

    private static final int SHOWN = 20;

    private final BestOfK runs;
    private final Sweeps sweeps;
    private final Campaigns campaigns;
    private final LedCampaigns led;
    private final Models models;
    private final Links links;

    BestOfKPages(BestOfK runs, Sweeps sweeps, Campaigns campaigns, LedCampaigns led, Models models, Links links) {
        this.runs = runs;
        this.sweeps = sweeps;
        this.campaigns = campaigns;
        this.led = led;
        this.models = models;
        this.links = links;
    }

    @GetMapping
    String list(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("page", runs.list(caller, cursor, Page.DEFAULT_SIZE));
        model.addAttribute("cursor", cursor);
        model.addAttribute("leads", caller.mayLead());
        return "bestofk/list";
    }

    @GetMapping({"/new", "/new/campaigns"})
    String blank(Caller caller, @RequestParam(required = false) @Nullable UUID campaign, Model model) {
        if (campaign != null) {
            campaigns.requireLead(caller, campaign);
        }
        var form = RunForm.blank(campaign);
        offer(caller, form, model);
        model.addAttribute("form", form);
        return "bestofk/new";
    }

    /** The form as it is, with other campaigns to choose from. */
    @PostMapping("/new/campaigns")
    String find(Caller caller, @ModelAttribute("form") RunForm form, Model model) {
        offer(caller, form, model);
        return "bestofk/new";
    }

    @PostMapping
    ModelAndView start(Caller caller, @ModelAttribute("form") RunForm form, BindingResult faults, Model model) {
        if (form.isToFind()) {
            return new ModelAndView(find(caller, form, model));
        }
        try {
            var run = runs.start(caller, form.wish());
            return new ModelAndView("redirect:/best-of-k/" + run.id());
        } catch (Refusal refusal) {
            offer(caller, form, model);
            return FormFaults.tell(refusal, faults, "bestofk/new");
        }
    }

    private void offer(Caller caller, RunForm form, Model model) {
        model.addAttribute(
                "variants",
                models.list(caller).stream()
                        .filter(ModelVariant::enabled)
                        .map(variant -> new Choice(variant.name(), variant.name()))
                        .toList());
        led.offer(caller, null, form.named(), form.chosen(), model);
        model.addAttribute("rankings", RANKED_BY);
    }

    @GetMapping("/{run}")
    String one(
            Caller caller,
            @PathVariable UUID run,
            @RequestParam(required = false) @Nullable Double temperature,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean progressOnly,
            HttpServletResponse response,
            Model model) {
        var found = runs.get(caller, run);
        JobPage.reloadOnceEnded(found, progressOnly, response);
        model.addAttribute("run", found);
        model.addAttribute("campaign", campaigns.get(caller, found.campaign()));
        model.addAttribute("leads", campaigns.roleOf(caller, found.campaign()) == CampaignRole.LEAD);
        model.addAttribute("failures", runs.failures(caller, run));
        if (found.isDone()) {
            model.addAttribute(
                    "figures",
                    RunFigures.of(found.temperatures(), runs.curves(caller, run), sweeps.of(caller, run), temperature));
            model.addAttribute("page", runs.samples(caller, run, 1, cursor, SHOWN));
            model.addAttribute("cursor", cursor);
            model.addAttribute("address", links.to("/api/best-of-k/" + run + "/best-samples"));
        }
        return "bestofk/run";
    }

    @DeleteMapping("/{run}")
    String cancel(Caller caller, @PathVariable UUID run) {
        runs.cancel(caller, run);
        return "redirect:/best-of-k/" + run;
    }
}
