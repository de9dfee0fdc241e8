package dev.paddock.web.trainings;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.shared.Refusal;
import dev.paddock.trainings.TrainingPlans;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.parts.Choice;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab of a campaign that says when a reward model is trained on it again by itself. */
@Controller
@RequestMapping("/campaigns/{id}/training-plan")
class TrainingPlanPages {

    private static final List<Choice> RHYTHMS = List.of(
            new Choice("", "No"),
            new Choice("daily", "Every day"),
            new Choice("weekly", "Every week"),
            new Choice("monthly", "Every month"));

    private final TrainingPlans plans;
    private final Campaigns campaigns;

    TrainingPlanPages(TrainingPlans plans, Campaigns campaigns) {
        this.plans = plans;
        this.campaigns = campaigns;
    }

    @GetMapping
    String show(Caller caller, @PathVariable UUID id, Model model) {
        offer(caller, id, model);
        model.addAttribute("form", TrainingPlanForm.of(plans.find(caller, id)));
        return "trainings/plan";
    }

    @PostMapping
    ModelAndView save(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("form") TrainingPlanForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            plans.put(caller, id, form.wish());
            next.addFlashAttribute("receipt", "Saved.");
            return new ModelAndView("redirect:/campaigns/" + id + "/training-plan");
        } catch (Refusal refusal) {
            offer(caller, id, model);
            return FormFaults.tell(refusal, faults, "trainings/plan");
        }
    }

    @DeleteMapping
    String remove(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        plans.remove(caller, id);
        next.addFlashAttribute("receipt", "It is not trained by itself any more.");
        return "redirect:/campaigns/" + id + "/training-plan";
    }

    private void offer(Caller caller, UUID id, Model model) {
        model.addAttribute("campaign", campaigns.requireLead(caller, id));
        model.addAttribute("leads", true);
        model.addAttribute("plan", plans.find(caller, id).orElse(null));
        model.addAttribute("rhythms", RHYTHMS);
        model.addAttribute("margins", TrainingPages.MARGINS);
    }
}
