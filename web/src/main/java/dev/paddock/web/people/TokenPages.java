package dev.paddock.web.people;

import dev.paddock.people.ApiToken;
import dev.paddock.people.Caller;
import dev.paddock.people.People;
import dev.paddock.people.Tokens;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own tokens, and those of others for the owner. */
@Controller
class TokenPages {

    private static final String VIEW = "people/token";
    private static final String ACCOUNT = "/account";

    private final Tokens tokens;
    private final People people;

    TokenPages(Tokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    @GetMapping("/account/tokens/new")
    String askForMine(Caller caller, Model model) {
        return ask(caller, caller.person(), ACCOUNT, model);
    }

    @PostMapping("/account/tokens")
    ModelAndView issueMine(Caller caller, @ModelAttribute("form") TokenForm form, BindingResult faults, Model model) {
        return issue(caller, caller.person(), ACCOUNT, form, faults, model);
    }

    @DeleteMapping("/account/tokens/{token}")
    String revokeMine(Caller caller, @PathVariable UUID token, RedirectAttributes next) {
        return revoke(caller, caller.person(), ACCOUNT, token, next);
    }

    @GetMapping("/people/{id}/tokens/new")
    String askFor(Caller caller, @PathVariable UUID id, Model model) {
        return ask(caller, id, "/people/" + id, model);
    }

    @PostMapping("/people/{id}/tokens")
    ModelAndView issueFor(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("form") TokenForm form,
            BindingResult faults,
            Model model) {
        return issue(caller, id, "/people/" + id, form, faults, model);
    }

    @DeleteMapping("/people/{id}/tokens/{token}")
    String revokeOf(Caller caller, @PathVariable UUID id, @PathVariable UUID token, RedirectAttributes next) {
        return revoke(caller, id, "/people/" + id, token, next);
    }

    /** What the list of tokens wants to know, on the page that shows it. */
    static void list(Page<ApiToken> page, String here, @Nullable String cursor, Model model) {
        model.addAttribute("tokens", page.rows());
        model.addAttribute("first", cursor == null ? null : here);
        model.addAttribute("next", page.next() == null ? null : here + "?cursor=" + page.next());
    }

    private String ask(Caller caller, UUID holder, String back, Model model) {
        fill(caller, holder, back, model);
        model.addAttribute("form", TokenForm.empty());
        return VIEW;
    }

    /** Answers with the secret itself instead of leading on: a redirect would have to keep it somewhere. */
    private ModelAndView issue(
            Caller caller, UUID holder, String back, TokenForm form, BindingResult faults, Model model) {
        try {
            var issued = tokens.issue(caller, holder, form.name(), form.chosen(), form.lasting());
            model.addAttribute("back", back);
            model.addAttribute("secret", issued.secret());
            model.addAttribute("token", issued.token());
            return new ModelAndView("people/token-issued");
        } catch (Refusal refusal) {
            fill(caller, holder, back, model);
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    private String revoke(Caller caller, UUID holder, String back, UUID token, RedirectAttributes next) {
        tokens.revoke(caller, holder, token);
        next.addFlashAttribute("receipt", "The token is revoked. Whoever uses it is refused from now on.");
        return "redirect:" + back;
    }

    /** Refuses who may not make tokens for this person before any form is shown. */
    private void fill(Caller caller, UUID holder, String back, Model model) {
        tokens.list(caller, holder, null, 1);
        var person = people.get(caller, holder);
        model.addAttribute("person", person);
        model.addAttribute("back", back);
        model.addAttribute("scopes", TokenForm.scopesOf(person.role()));
        model.addAttribute("lives", TokenForm.LIVES);
    }
}
