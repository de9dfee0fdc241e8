package dev.paddock.web.tasks;

import dev.paddock.people.Caller;
import dev.paddock.prompts.AttackVector;
import dev.paddock.prompts.RiskCategory;
import dev.paddock.shared.Refusal;
import dev.paddock.shared.Words;
import dev.paddock.tasks.Dialogues;
import dev.paddock.tasks.NewMessage;
import dev.paddock.tasks.TaskViews;
import dev.paddock.tasks.Tasks;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workbench: a conversation with two models at once. Judging it is {@link JudgementPages}. */
@Controller
@RequestMapping("/tasks/{task}")
class WorkbenchPages {

    private final Tasks tasks;
    private final TaskViews views;
    private final Dialogues dialogues;
    private final Benches benches;
    private final Setbacks setbacks;
    private final Onwards onwards;

    WorkbenchPages(
            Tasks tasks, TaskViews views, Dialogues dialogues, Benches benches, Setbacks setbacks, Onwards onwards) {
        this.tasks = tasks;
        this.views = views;
        this.dialogues = dialogues;
        this.benches = benches;
        this.setbacks = setbacks;
        this.onwards = onwards;
    }

    @GetMapping
    String show(
            Caller caller,
            @PathVariable UUID task,
            @RequestParam(required = false) @Nullable String unsaved,
            Model model) {
        benches.layOut(caller, task, model);
        model.addAttribute("trouble", unsaved == null ? null : Setbacks.SIGNED_OUT);
        return "tasks/workbench";
    }

    /** The two answers alone, for the page that has watched them being written. */
    @GetMapping
    @HxRequest
    String answers(Caller caller, @PathVariable UUID task, Model model) {
        benches.layOut(caller, task, model);
        return "tasks/workbench :: answers";
    }

    @PostMapping("/messages")
    ModelAndView say(
            Caller caller,
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String riskCategory,
            @RequestParam(defaultValue = "") String attackVector,
            Model model) {
        try {
            var risk = riskCategory.isEmpty() ? null : Words.require(RiskCategory.class, "riskCategory", riskCategory);
            var attack =
                    attackVector.isEmpty() ? null : Words.require(AttackVector.class, "attackVector", attackVector);
            dialogues.say(caller, task, new NewMessage(text, risk, attack));
            return here(task);
        } catch (Refusal refusal) {
            model.addAttribute("written", text);
            model.addAttribute("riskCategory", riskCategory);
            model.addAttribute("attackVector", attackVector);
            model.addAttribute("unsent", Unsent.of("text", text));
            return setbacks.tell(refusal, caller, task, model);
        }
    }

    @PostMapping("/redraw")
    ModelAndView redraw(Caller caller, @PathVariable UUID task, Model model, RedirectAttributes next) {
        try {
            dialogues.redraw(caller, task);
            next.addFlashAttribute(
                    "settled", task + ":" + views.view(caller, task).turn() + ":judgement");
            return here(task);
        } catch (Refusal refusal) {
            return setbacks.tell(refusal, caller, task, model);
        }
    }

    @PostMapping("/flag")
    ModelAndView flag(
            Caller caller,
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        try {
            tasks.flag(caller, task, reason);
            next.addFlashAttribute("receipt", "Flagged. The leads will see what you wrote.");
            return here(task);
        } catch (Refusal refusal) {
            keep("flag", reason, model);
            return setbacks.tell(refusal, caller, task, model);
        }
    }

    @PostMapping("/skip")
    ModelAndView skip(
            Caller caller,
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        UUID campaign;
        try {
            campaign = views.view(caller, task).campaign();
            tasks.skip(caller, task, reason);
        } catch (Refusal refusal) {
            keep("skip", reason, model);
            return setbacks.tell(refusal, caller, task, model);
        }
        return parted(caller, task, campaign, "Skipped.", next);
    }

    private static void keep(String sheet, String reason, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("reason", reason);
        model.addAttribute("unsent", Unsent.of("reason", reason));
    }

    /** The person goes no further in this conversation; what was compared stands. */
    @PostMapping("/end")
    ModelAndView end(Caller caller, @PathVariable UUID task, Model model, RedirectAttributes next) {
        UUID campaign;
        try {
            campaign = views.view(caller, task).campaign();
            tasks.leave(caller, task);
        } catch (Refusal refusal) {
            return setbacks.tell(refusal, caller, task, model);
        }
        return parted(caller, task, campaign, "The conversation has ended. What you saved counts.", next);
    }

    private ModelAndView parted(Caller caller, UUID task, UUID campaign, String receipt, RedirectAttributes next) {
        next.addFlashAttribute("receipt", receipt);
        next.addFlashAttribute("settled", task.toString());
        return new ModelAndView(onwards.afterSaving(caller, campaign));
    }

    private static ModelAndView here(UUID task) {
        return new ModelAndView("redirect:/tasks/" + task);
    }
}
