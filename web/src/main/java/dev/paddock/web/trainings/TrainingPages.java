package dev.paddock.web.trainings;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.reward.Tracks;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Refusal;
import dev.paddock.shared.Words;
import dev.paddock.trainings.Trainings;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.parts.Choice;
import dev.paddock.web.parts.JobPage;
import dev.paddock.web.parts.LedCampaigns;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/** Training a reward model on what people said: what from, how far it is, what came out. */
@Controller
@RequestMapping("/reward-models/trainings")
class TrainingPages {

    static final List<Choice> MARGINS = List.of(
            new Choice("small", "Small: 1, 2/3, 1/3, 0", "What Llama 2 found best on the whole."),
            new Choice("large", "Large: 3, 2, 1, 0", "Better where people were sure, worse where they were not."),
            new Choice("none", "None", "Every choice counts alike."));

    /**
     * @param named what the names of the campaigns to choose from are to contain
     * @param sought what those that it offered contain
     */
    record TrainingForm(
            @Nullable String named,
            @Nullable String sought,
            @Nullable List<UUID> campaigns,
            @Nullable String margin) {

        boolean isToFind() {
            return LedCampaigns.isToFind(named, sought);
        }

        List<UUID> chosen() {
            return Objects.requireNonNullElse(campaigns, List.of());
        }
    }

    private final Trainings trainings;
    private final Campaigns campaigns;
    private final LedCampaigns led;

    TrainingPages(Trainings trainings, Campaigns campaigns, LedCampaigns led) {
        this.trainings = trainings;
        this.campaigns = campaigns;
        this.led = led;
    }

    @GetMapping({"/new/{kind}", "/new/{kind}/campaigns"})
    String blank(
            Caller caller,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID campaign,
            Model model) {
        if (campaign != null) {
            campaigns.requireLead(caller, campaign);
        }
        var form = new TrainingForm("", "", campaign == null ? List.of() : List.of(campaign), "small");
        offer(caller, kind(kind), form, model);
        model.addAttribute("form", form);
        return "trainings/new";
    }

    /** The form as it is, with other campaigns to choose from. */
    @PostMapping("/new/{kind}/campaigns")
    String find(Caller caller, @PathVariable String kind, @ModelAttribute("form") TrainingForm form, Model model) {
        offer(caller, kind(kind), form, model);
        return "trainings/new";
    }

    @PostMapping("/new/{kind}")
    ModelAndView start(
            Caller caller,
            @PathVariable String kind,
            @ModelAttribute("form") TrainingForm form,
            BindingResult faults,
            Model model) {
        if (form.isToFind()) {
            return new ModelAndView(find(caller, kind, form, model));
        }
        try {
            var margin = Margin.of(Objects.requireNonNullElse(form.margin(), ""));
            var training = trainings.start(caller, kind(kind), form.chosen(), margin);
            return new ModelAndView("redirect:/reward-models/trainings/" + training.id());
        } catch (Refusal refusal) {
            offer(caller, kind(kind), form, model);
            return FormFaults.tell(refusal, faults, "trainings/new");
        }
    }

    private void offer(Caller caller, ModelKind kind, TrainingForm form, Model model) {
        trainings.requireLead(caller);
        var track = Tracks.of(kind);
        led.offer(
                caller,
                track,
                form.named(),
                form.chosen(),
                trainings.judgedCampaigns(kind),
                offered -> counted(caller, offered, form.chosen()),
                model);
        model.addAttribute("kind", kind.label());
        model.addAttribute("margins", MARGINS);
    }

    /** Those chosen come first, then those with something to learn from. */
    private Map<UUID, String> counted(Caller caller, List<UUID> offered, List<UUID> chosen) {
        var counts = trainings.comparisons(caller, offered);
        var told = new LinkedHashMap<UUID, String>();
        offered.stream()
                .sorted(Comparator.comparing((UUID id) -> !chosen.contains(id))
                        .thenComparing(id -> !counts.containsKey(id)))
                .forEach(id -> told.put(id, told(counts.getOrDefault(id, 0L))));
        return told;
    }

    private static String told(long comparisons) {
        if (comparisons == 0) {
            return "no comparisons yet";
        }
        return comparisons == 1 ? "1 comparison" : String.format(Locale.ROOT, "%,d comparisons", comparisons);
    }

    @GetMapping("/{id}")
    String one(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean progressOnly,
            HttpServletResponse response,
            Model model) {
        var training = trainings.get(caller, id);
        JobPage.reloadOnceEnded(training, progressOnly, response);
        model.addAttribute("training", training);
        model.addAttribute("read", trainings.readOf(caller, List.of(training)));
        model.addAttribute("mayCancel", trainings.mayCancel(caller, training));
        return "trainings/training";
    }

    @DeleteMapping("/{id}")
    String cancel(Caller caller, @PathVariable UUID id) {
        trainings.cancel(caller, id);
        return "redirect:/reward-models/trainings/" + id;
    }

    private static ModelKind kind(String kind) {
        return Words.require(ModelKind.class, "kind", kind);
    }
}
