package dev.paddock.web.people;

import dev.paddock.people.Invitations;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.security.BrowserSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where an invitation, or a link for a forgotten password, leads to. */
@Controller
@RequestMapping("/invitation/{secret}")
class InvitationPages {

    private static final String VIEW = "people/invitation";

    record InvitationForm(@Nullable String name, @Nullable String password) {}

    private final Invitations invitations;
    private final BrowserSessions sessions;

    InvitationPages(Invitations invitations, BrowserSessions sessions) {
        this.invitations = invitations;
        this.sessions = sessions;
    }

    @GetMapping
    String ask(@PathVariable String secret, Model model) {
        var holder = invitations.holder(secret);
        model.addAttribute("person", holder);
        model.addAttribute("form", new InvitationForm(holder.name(), ""));
        return VIEW;
    }

    @PostMapping
    ModelAndView accept(
            @PathVariable String secret,
            @ModelAttribute("form") InvitationForm form,
            BindingResult faults,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            sessions.begin(invitations.accept(secret, form.name(), form.password()), request, response);
            return new ModelAndView("redirect:/");
        } catch (Refusal refusal) {
            model.addAttribute("person", invitations.holder(secret));
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }
}
