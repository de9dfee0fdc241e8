package dev.paddock.web.people;

import dev.paddock.people.Caller;
import dev.paddock.people.SignInFailed;
import dev.paddock.people.SignInThrottled;
import dev.paddock.people.SignIns;
import dev.paddock.web.security.BrowserSessions;
import dev.paddock.web.security.Continuation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SignInPages {

    private static final String VIEW = "people/sign-in";

    record SignInForm(@Nullable String email, @Nullable String password) {}

    private final SignIns signIns;
    private final BrowserSessions sessions;

    SignInPages(SignIns signIns, BrowserSessions sessions) {
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String ask(
            @Nullable Caller caller,
            @RequestParam(name = "continue", required = false) @Nullable String wanted,
            @RequestParam(required = false) @Nullable String stale,
            Model model) {
        if (caller != null) {
            return "redirect:" + Continuation.orHome(wanted);
        }
        model.addAttribute("form", new SignInForm("", ""));
        model.addAttribute("continuation", Continuation.orHome(wanted));
        model.addAttribute("stale", stale != null);
        return VIEW;
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @ModelAttribute("form") SignInForm form,
            BindingResult faults,
            @RequestParam(name = "continue", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        var next = Continuation.orHome(wanted);
        try {
            sessions.begin(signIns.signIn(form.email(), form.password(), request.getRemoteAddr()), request, response);
            return new ModelAndView("redirect:" + next);
        } catch (SignInFailed refused) {
            return again(refused.getMessage(), faults, next, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (SignInThrottled refused) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter().toSeconds() + 1));
            return again(refused.getMessage(), faults, next, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/sign-in";
    }

    private static ModelAndView again(@Nullable String why, BindingResult faults, String next, HttpStatus status) {
        faults.reject("refused", String.valueOf(why));
        var page = new ModelAndView(VIEW, status);
        page.addObject("continuation", next);
        return page;
    }
}
