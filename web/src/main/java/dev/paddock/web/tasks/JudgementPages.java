package dev.paddock.web.tasks;

import dev.paddock.annotations.Annotations;
import dev.paddock.annotations.IdempotencyKey;
import dev.paddock.annotations.Receipt;
import dev.paddock.people.Caller;
import dev.paddock.shared.Refusal;
import dev.paddock.tasks.TaskView;
import dev.paddock.tasks.TaskViews;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saving a judgement, and what comes after it. */
@Controller
class JudgementPages {

    private final Annotations annotations;
    private final TaskViews views;
    private final Setbacks setbacks;
    private final Onwards onwards;

    JudgementPages(Annotations annotations, TaskViews views, Setbacks setbacks, Onwards onwards) {
        this.annotations = annotations;
        this.views = views;
        this.setbacks = setbacks;
        this.onwards = onwards;
    }

    @PostMapping("/tasks/{task}/comparison")
    ModelAndView save(
            Caller caller,
            @PathVariable UUID task,
            @ModelAttribute("form") ComparisonForm form,
            Model model,
            RedirectAttributes next) {
        Receipt receipt;
        TaskView view;
        try {
            view = views.view(caller, task);
            if (view.turn() != form.turn()) {
                return passed(caller, view, form, next);
            }
            receipt = annotations.submit(caller, task, form.toComparison(), key(task, form));
        } catch (Refusal refusal) {
            model.addAttribute("unsent", Unsent.of(form));
            return setbacks.tell(refusal, caller, task, model);
        }
        return saved(caller, view, receipt, next);
    }

    private ModelAndView saved(Caller caller, TaskView view, Receipt receipt, RedirectAttributes next) {
        next.addFlashAttribute("saved", receipt);
        next.addFlashAttribute("settled", view.id().toString());
        return new ModelAndView(
                receipt.ended() ? onwards.afterSaving(caller, view.campaign()) : "redirect:/tasks/" + view.id());
    }

    /** A form of a turn that is behind us: sent again, it gets its receipt again; it must never count for the turn at hand. */
    private ModelAndView passed(Caller caller, TaskView view, ComparisonForm form, RedirectAttributes next) {
        var earlier = savedBefore(caller, view.id(), form);
        if (earlier.isPresent()) {
            return saved(caller, view, earlier.get(), next);
        }
        next.addFlashAttribute("missed", Unsent.of(form));
        return new ModelAndView("redirect:/tasks/" + view.id());
    }

    private Optional<Receipt> savedBefore(Caller caller, UUID task, ComparisonForm form) {
        try {
            return annotations.savedBefore(caller, task, form.toComparison(), key(task, form));
        } catch (Refusal neverSaved) {
            return Optional.empty();
        }
    }

    /** The same answer sent twice, by a double click or a reload, is one answer. */
    private static IdempotencyKey key(UUID task, ComparisonForm form) {
        return new IdempotencyKey("page:" + task + ":" + form.turn() + ":" + Integer.toHexString(form.hashCode()));
    }
}
