package dev.paddock.web.people;

import dev.paddock.people.FirstOwner;
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

/** The link that the console shows at the first start: whoever opens it becomes the owner. */
@Controller
@RequestMapping("/setup/{secret}")
class SetupPages {

    private static final String VIEW = "people/setup";

    record SetupForm(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password) {}

    private final FirstOwner firstOwner;
    private final BrowserSessions sessions;

    SetupPages(FirstOwner firstOwner, BrowserSessions sessions) {
        this.firstOwner = firstOwner;
        this.sessions = sessions;
    }

    @GetMapping
    String ask(@PathVariable String secret, Model model) {
        firstOwner.check(secret);
        model.addAttribute("form", new SetupForm("", "", ""));
        return VIEW;
    }

    @PostMapping
    ModelAndView create(
            @PathVariable String secret,
            @ModelAttribute("form") SetupForm form,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var owner = firstOwner.create(secret, form.email(), form.name(), form.password());
            sessions.begin(owner, request, response);
            return new ModelAndView("redirect:/");
        } catch (Refusal refusal) {
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }
}
