package dev.paddock.web.people;

import dev.paddock.people.Caller;
import dev.paddock.people.People;
import dev.paddock.people.Tokens;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.security.BrowserSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people may change about themselves. */
@Controller
@RequestMapping("/account")
class AccountPages {

    private static final String VIEW = "people/account";

    record NameForm(@Nullable String name) {}

    record PasswordForm(@Nullable String present, @Nullable String password) {}

    private final People people;
    private final Tokens tokens;
    private final BrowserSessions sessions;
    private final Clock clock;

    AccountPages(People people, Tokens tokens, BrowserSessions sessions, Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping
    String show(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        fill(caller, cursor, model);
        return VIEW;
    }

    @PostMapping("/name")
    ModelAndView rename(
            Caller caller,
            @ModelAttribute("nameForm") NameForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            people.rename(caller, form.name());
            next.addFlashAttribute("receipt", "Your name is saved.");
            return new ModelAndView("redirect:/account");
        } catch (Refusal refusal) {
            fill(caller, null, model);
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    /** Every other browser is signed out; this one begins a new session. */
    @PostMapping("/password")
    ModelAndView changePassword(
            Caller caller,
            @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            people.changePassword(caller, form.present(), form.password());
            sessions.begin(caller, request, response);
            next.addFlashAttribute("receipt", "Your password is changed. You are signed out everywhere else.");
            return new ModelAndView("redirect:/account");
        } catch (Refusal refusal) {
            fill(caller, null, model);
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    @DeleteMapping("/sessions")
    String signOutEverywhere(Caller caller, HttpServletRequest request) {
        people.signOutEverywhere(caller);
        sessions.end(request);
        return "redirect:/sign-in";
    }

    /** What a refused form has put there already stays. */
    private void fill(Caller caller, @Nullable String cursor, Model model) {
        var me = people.get(caller, caller.person());
        model.addAttribute("me", me);
        TokenPages.list(tokens.list(caller, me.id(), cursor, Page.DEFAULT_SIZE), "/account", cursor, model);
        model.addAttribute("now", clock.instant());
        if (!model.containsAttribute("nameForm")) {
            model.addAttribute("nameForm", new NameForm(me.name()));
        }
        if (!model.containsAttribute("passwordForm")) {
            model.addAttribute("passwordForm", new PasswordForm("", ""));
        }
    }
}
