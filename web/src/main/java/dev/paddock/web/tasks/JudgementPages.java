package dev.paddock.web.tasks;

import dev.paddock.annotations.Annotations;
import dev.paddock.annotations.IdempotencyKey;
import dev.paddock.people.Caller;
import dev.paddock.shared.Refusal;
import dev.paddock.tasks.TaskViews;
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

    /** A form of a turn that is behind us was saved before; sent again, it must not count for the turn at hand. */
    @PostMapping("/tasks/{task}/comparison")
    ModelAndView save(
            Caller caller,
            @PathVariable UUID task,
            @ModelAttribute("form") ComparisonForm form,
            Model model,
            RedirectAttributes next) {
        try {
            var view = views.view(caller, task);
            if (view.turn() != form.turn()) {
                return new ModelAndView("redirect:/tasks/" + task);
            }
            var receipt = annotations.submit(caller, task, form.toComparison(), key(task, form));
            next.addFlashAttribute("saved", receipt);
            return new ModelAndView(
                    receipt.ended() ? onwards.from(caller, view.campaign()) : "redirect:/tasks/" + task);
        } catch (Refusal refusal) {
            model.addAttribute("written", form.note());
            model.addAttribute("choice", form.choice());
            return setbacks.tell(refusal, caller, task, model);
        }
    }

    /** The same answer sent twice, by a double click or a reload, is one answer. */
    private static IdempotencyKey key(UUID task, ComparisonForm form) {
        return new IdempotencyKey("page:" + task + ":" + form.turn() + ":" + Integer.toHexString(form.hashCode()));
    }
}
