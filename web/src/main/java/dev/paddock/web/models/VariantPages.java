package dev.paddock.web.models;

import dev.paddock.models.Endpoints;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.parts.Choice;
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

@Controller
@RequestMapping("/models/variants")
class VariantPages {

    private static final String VIEW = "models/variant";

    private final Models models;
    private final Endpoints endpoints;

    VariantPages(Models models, Endpoints endpoints) {
        this.models = models;
        this.endpoints = endpoints;
    }

    @GetMapping("/new")
    String blank(Caller caller, Model model) {
        offer(caller, model);
        model.addAttribute("form", VariantInput.empty());
        return VIEW;
    }

    @PostMapping
    ModelAndView add(
            Caller caller,
            @ModelAttribute("form") VariantInput form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            models.add(caller, form.toForm());
            next.addFlashAttribute("receipt", "Added. Campaigns can choose it now.");
            return new ModelAndView("redirect:/models");
        } catch (Refusal refusal) {
            offer(caller, model);
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    @GetMapping("/{id}")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var variant = find(caller, id);
        offer(caller, model);
        model.addAttribute("variant", variant);
        model.addAttribute("locked", !models.mayChange(caller, variant));
        model.addAttribute("form", VariantInput.of(variant));
        return VIEW;
    }

    @PostMapping("/{id}")
    ModelAndView save(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("form") VariantInput form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            models.edit(caller, id, form.known(), form.toForm());
            next.addFlashAttribute("receipt", "Saved as a new revision. Samples name the one that made them.");
            return new ModelAndView("redirect:/models");
        } catch (Refusal refusal) {
            offer(caller, model);
            model.addAttribute("variant", find(caller, id));
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    @PostMapping("/{id}/use")
    String on(Caller caller, @PathVariable UUID id) {
        models.enable(caller, id, true);
        return "redirect:/models";
    }

    @DeleteMapping("/{id}/use")
    String off(Caller caller, @PathVariable UUID id) {
        models.enable(caller, id, false);
        return "redirect:/models";
    }

    private void offer(Caller caller, Model model) {
        model.addAttribute(
                "endpoints",
                endpoints.list(caller).stream()
                        .map(each -> new Choice(each.id().toString(), each.name()))
                        .toList());
    }

    private ModelVariant find(Caller caller, UUID id) {
        return models.list(caller).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("model variant"));
    }
}
