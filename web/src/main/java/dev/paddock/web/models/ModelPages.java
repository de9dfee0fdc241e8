package dev.paddock.web.models;

import dev.paddock.models.Endpoints;
import dev.paddock.models.ModelEndpoint;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.shared.Refusal;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ModelPages {

    private final Models models;
    private final Endpoints endpoints;

    ModelPages(Models models, Endpoints endpoints) {
        this.models = models;
        this.endpoints = endpoints;
    }

    @GetMapping("/models")
    String list(Caller caller, Model model) {
        var known = endpoints.list(caller);
        model.addAttribute("endpoints", known);
        model.addAttribute("names", known.stream().collect(Collectors.toMap(ModelEndpoint::id, ModelEndpoint::name)));
        var variants = models.list(caller);
        model.addAttribute("variants", variants);
        model.addAttribute(
                "mine",
                variants.stream()
                        .filter(variant -> models.mayChange(caller, variant))
                        .map(ModelVariant::id)
                        .collect(Collectors.toSet()));
        model.addAttribute("owns", caller.isOwner());
        return "models/list";
    }

    /** Asks the server at this moment. A refusal is an answer too: the address may have become private since. */
    @PostMapping("/models/endpoints/{id}/health")
    String ask(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        try {
            var health = endpoints.health(caller, id);
            next.addFlashAttribute(health.answers() ? "receipt" : "problem", health.told());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID && refusal.kind() != Refusal.Kind.UNAVAILABLE) {
                throw refusal;
            }
            next.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/models";
    }
}
