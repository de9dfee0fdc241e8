package dev.paddock.web.tasks;

import dev.paddock.annotations.Annotations;
import dev.paddock.annotations.Comparison;
import dev.paddock.annotations.IdempotencyKey;
import dev.paddock.people.Caller;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.tasks.Desk;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own judgements, and correcting one shortly after it was saved. */
@Controller
@RequestMapping("/comparisons")
class CorrectionPages {

    private final Annotations annotations;
    private final Benches benches;
    private final Desk desk;
    private final Clock clock;

    CorrectionPages(Annotations annotations, Benches benches, Desk desk, Clock clock) {
        this.annotations = annotations;
        this.benches = benches;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    String mine(Caller caller, @RequestParam(required = false) @Nullable String before, Model model) {
        var page = annotations.mine(caller, number(before), Page.DEFAULT_SIZE);
        var now = clock.instant();
        model.addAttribute(
                "rows",
                page.map(each -> DoneRow.of(each, annotations.revisedUntil(each), now))
                        .rows());
        model.addAttribute("first", before == null ? null : "/comparisons");
        model.addAttribute("next", page.next() == null ? null : "/comparisons?before=" + page.next());
        return "tasks/done";
    }

    private static @Nullable Long number(@Nullable String before) {
        try {
            return before == null ? null : Long.valueOf(before);
        } catch (NumberFormatException e) {
            throw new InvalidInput("before", "is not a place in this list");
        }
    }

    @GetMapping("/{comparison}")
    String show(
            Caller caller,
            @PathVariable UUID comparison,
            @RequestParam(required = false) @Nullable String unsaved,
            Model model) {
        var saved = annotations.requireOwn(caller, comparison);
        model.addAttribute("form", ComparisonForm.of(saved));
        layOut(caller, saved, model);
        model.addAttribute("trouble", unsaved == null ? null : Setbacks.SIGNED_OUT);
        return "tasks/correction";
    }

    private void layOut(Caller caller, Comparison saved, Model model) {
        benches.layOutAgain(caller, saved.taskId(), saved.turnId(), model);
        model.addAttribute("correcting", saved.id());
        model.addAttribute("number", saved.number());
        model.addAttribute("until", annotations.revisedUntil(saved));
        model.addAttribute("action", "/comparisons/" + saved.id() + "/revisions");
        model.addAttribute("back", back(caller, saved));
    }

    /** To the task in hand, which need not be the corrected one. */
    private String back(Caller caller, Comparison saved) {
        return desk.held(caller, saved.campaignId())
                .map(task -> "/tasks/" + task)
                .orElse("/work");
    }

    @PostMapping("/{comparison}/revisions")
    ModelAndView correct(
            Caller caller,
            @PathVariable UUID comparison,
            @ModelAttribute("form") ComparisonForm form,
            Model model,
            RedirectAttributes next) {
        var former = annotations.requireOwn(caller, comparison);
        try {
            var key = new IdempotencyKey("page:" + comparison + ":" + Integer.toHexString(form.hashCode()));
            var receipt = annotations.revise(caller, comparison, form.toComparison(), key);
            next.addFlashAttribute("saved", receipt);
            next.addFlashAttribute("settled", comparison.toString());
            return new ModelAndView("redirect:" + back(caller, former));
        } catch (Refusal refusal) {
            var status = Setbacks.status(refusal);
            layOut(caller, former, model);
            model.addAttribute("trouble", Setbacks.words(refusal));
            return new ModelAndView("tasks/correction", status);
        }
    }
}
