package dev.paddock.web.reward;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.reward.FoundWorse;
import dev.paddock.reward.Intake;
import dev.paddock.reward.NotMeasured;
import dev.paddock.reward.Promotions;
import dev.paddock.reward.Removals;
import dev.paddock.reward.RewardModels;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.shared.Words;
import dev.paddock.trainings.Trainings;
import dev.paddock.web.errors.FormFaults;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reward models, and one of them with its card: which serves, and which shall. */
@Controller
@RequestMapping("/reward-models")
class RewardModelPages {

    private static final int TRAININGS = 10;
    private static final int CAMPAIGNS = 200;

    record BundleForm(@Nullable MultipartFile bundle) {}

    private final RewardModels rewardModels;
    private final Promotions promotions;
    private final Removals removals;
    private final Intake intake;
    private final Trainings trainings;
    private final Campaigns campaigns;

    RewardModelPages(
            RewardModels rewardModels,
            Promotions promotions,
            Removals removals,
            Intake intake,
            Trainings trainings,
            Campaigns campaigns) {
        this.rewardModels = rewardModels;
        this.promotions = promotions;
        this.removals = removals;
        this.intake = intake;
        this.trainings = trainings;
        this.campaigns = campaigns;
    }

    @GetMapping
    String list(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        show(caller, cursor, model);
        model.addAttribute("form", new BundleForm(null));
        return "reward/list";
    }

    private void show(Caller caller, @Nullable String cursor, Model model) {
        model.addAttribute("page", rewardModels.list(caller, cursor, Page.DEFAULT_SIZE));
        model.addAttribute("cursor", cursor);
        model.addAttribute("trainings", trainings.list(caller, null, TRAININGS).rows());
        model.addAttribute("leads", caller.mayLead());
    }

    @PostMapping
    ModelAndView register(
            Caller caller,
            @ModelAttribute("form") BundleForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next)
            throws IOException {
        try {
            if (form.bundle() == null || form.bundle().isEmpty()) {
                rewardModels.requireLead(caller);
                throw new InvalidInput("bundle", "is missing: choose the zip of a bundle");
            }
            try (var zip = form.bundle().getInputStream()) {
                var registered = intake.register(caller, zip);
                next.addFlashAttribute("receipt", "Registered as a candidate. It scores nothing until you let it.");
                return new ModelAndView("redirect:/reward-models/" + registered.name());
            }
        } catch (Refusal refusal) {
            show(caller, null, model);
            return FormFaults.tell(refusal, faults, "reward/list");
        }
    }

    @GetMapping("/{name}")
    String one(Caller caller, @PathVariable String name, Model model) {
        var seen = rewardModels.get(caller, name);
        model.addAttribute("seen", seen);
        var promotable = caller.mayLead() && !seen.isServing() && !seen.isRemoved();
        model.addAttribute("promotable", promotable);
        model.addAttribute("finding", promotable ? promotions.finding(caller, name) : null);
        model.addAttribute("needed", removals.against(seen.model()).orElse(null));
        model.addAttribute("card", rewardModels.card(caller, name));
        model.addAttribute("unscorable", rewardModels.unscorable(caller, name).orElse(null));
        model.addAttribute("report", rewardModels.report(caller, name));
        model.addAttribute("training", trainings.of(caller, name).orElse(null));
        model.addAttribute(
                "disagreement", rewardModels.disagreement(caller, name).orElse(null));
        model.addAttribute("headToHead", rewardModels.headToHead(caller, name).orElse(null));
        model.addAttribute("leads", caller.mayLead());
        return "reward/model";
    }

    /**
     * How good it is, in tables and charts.
     *
     * @param campaign whose rounds; null for those of all together
     */
    @GetMapping("/{name}/report")
    String report(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable UUID campaign,
            Model model) {
        var seen = rewardModels.get(caller, name);
        var report = campaign == null ? rewardModels.report(caller, name) : rewardModels.report(caller, name, campaign);
        model.addAttribute("campaigns", rewardModels.campaigns(caller, name, CAMPAIGNS));
        model.addAttribute("campaign", campaign == null ? null : campaigns.requireReader(caller, campaign));
        model.addAttribute("seen", seen);
        model.addAttribute("report", report);
        model.addAttribute("charts", ReportCharts.of(report));
        model.addAttribute("learning", trainings.learning(caller, seen.model().kind()));
        model.addAttribute("published", Published.TABLE_7);
        return "reward/report";
    }

    /** What stands against it is told on the page, with a field for a reason to do it all the same. */
    @PostMapping("/{name}/promotion")
    String promote(
            Caller caller,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        try {
            promotions.promote(caller, name, reason);
        } catch (FoundWorse | NotMeasured against) {
            model.addAttribute("against", against.getMessage());
            return one(caller, name, model);
        }
        next.addFlashAttribute("receipt", "Promoted. From now on it scores; what was scored keeps its score.");
        return "redirect:/reward-models/" + name;
    }

    @PostMapping("/{name}/shadow")
    String shadow(Caller caller, @PathVariable String name, RedirectAttributes next) {
        promotions.shadow(caller, name);
        next.addFlashAttribute("receipt", "It scores beside the one that serves.");
        return "redirect:/reward-models/" + name;
    }

    @DeleteMapping("/{name}")
    String retire(Caller caller, @PathVariable String name, RedirectAttributes next) {
        promotions.retire(caller, name);
        next.addFlashAttribute("receipt", "Retired. It can be promoted again.");
        return "redirect:/reward-models/" + name;
    }

    @DeleteMapping("/{name}/bundle")
    String removeBundle(Caller caller, @PathVariable String name, RedirectAttributes next) {
        removals.remove(caller, name);
        next.addFlashAttribute("receipt", "Its bundle is removed. What it scored keeps its score.");
        return "redirect:/reward-models/" + name;
    }

    @PostMapping("/rollback/{kind}")
    String rollBack(Caller caller, @PathVariable String kind, RedirectAttributes next) {
        promotions.rollBack(caller, Words.require(ModelKind.class, "kind", kind));
        next.addFlashAttribute("receipt", "The model before serves again.");
        return "redirect:/reward-models";
    }
}
