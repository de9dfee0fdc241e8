package dev.paddock.web.models;

import dev.paddock.models.EndpointKind;
import dev.paddock.models.Endpoints;
import dev.paddock.models.ModelEndpoint;
import dev.paddock.people.Caller;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For the owner. */
@Controller
@RequestMapping("/models/endpoints")
class EndpointPages {

    private static final String VIEW = "models/endpoint";

    private final Endpoints endpoints;

    EndpointPages(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @GetMapping("/new")
    String blank(Caller caller, Model model) {
        requireOwner(caller);
        model.addAttribute("form", EndpointInput.empty());
        return VIEW;
    }

    @PostMapping
    ModelAndView add(
            Caller caller, @ModelAttribute("form") EndpointInput form, BindingResult faults, RedirectAttributes next) {
        try {
            endpoints.add(caller, form.toForm());
            next.addFlashAttribute("receipt", "Added. Ask it whether it answers, then make variants of its models.");
            return new ModelAndView("redirect:/models");
        } catch (Refusal refusal) {
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    @GetMapping("/{id}")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        requireOwner(caller);
        var endpoint = find(caller, id);
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("form", EndpointInput.of(endpoint));
        return VIEW;
    }

    @PostMapping("/{id}")
    ModelAndView save(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("form") EndpointInput form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            endpoints.edit(caller, id, form.toForm());
            next.addFlashAttribute("receipt", "Saved.");
            return new ModelAndView("redirect:/models");
        } catch (Refusal refusal) {
            model.addAttribute("endpoint", find(caller, id));
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    private ModelEndpoint find(Caller caller, UUID id) {
        return endpoints.list(caller).stream()
                .filter(each -> each.id().equals(id) && each.kind() != EndpointKind.EMBEDDED)
                .findFirst()
                .orElseThrow(() -> new NotFound("endpoint"));
    }

    private static void requireOwner(Caller caller) {
        if (!caller.isOwner()) {
            throw new NotAllowed("Only the owner adds and changes endpoints. Ask the owner of this installation.");
        }
    }
}
