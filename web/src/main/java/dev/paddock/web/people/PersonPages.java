package dev.paddock.web.people;

import dev.paddock.people.Caller;
import dev.paddock.people.Invitations;
import dev.paddock.people.Invited;
import dev.paddock.people.People;
import dev.paddock.people.Role;
import dev.paddock.people.Tokens;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.parts.Choice;
import dev.paddock.web.security.Links;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: role, link, tokens, and whether they may come in at all. */
@Controller
@RequestMapping("/people/{id}")
class PersonPages {

    private static final String VIEW = "people/person";
    private static final List<Choice> ROLES = Stream.of(Role.values())
            .map(role -> new Choice(role.word(), role.word()))
            .toList();

    record RoleForm(@Nullable String role) {}

    private final People people;
    private final Invitations invitations;
    private final Tokens tokens;
    private final Links links;
    private final Clock clock;

    PersonPages(People people, Invitations invitations, Tokens tokens, Links links, Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.tokens = tokens;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping
    String show(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        fill(caller, id, cursor, model);
        return VIEW;
    }

    @PostMapping("/role")
    ModelAndView changeRole(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("roleForm") RoleForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            var person = people.changeRole(caller, id, Role.of(form.role()));
            next.addFlashAttribute(
                    "receipt", person.name() + " is " + person.role().word() + " from now on.");
            return new ModelAndView("redirect:/people/" + id);
        } catch (Refusal refusal) {
            fill(caller, id, null, model);
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    @PostMapping("/invitation")
    ModelAndView renew(Caller caller, @PathVariable UUID id) {
        return link(invitations.renew(caller, id), links);
    }

    @DeleteMapping("/invitation")
    String revoke(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        invitations.revoke(caller, id);
        next.addFlashAttribute("receipt", "The link leads nowhere any more.");
        return "redirect:" + (caller.isOwner() ? "/people/" + id : "/people");
    }

    @PostMapping("/disablement")
    String disable(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        try {
            var person = people.disable(caller, id);
            next.addFlashAttribute("receipt", person.name() + " is signed out everywhere and cannot come in.");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            next.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/people/" + id;
    }

    @DeleteMapping("/disablement")
    String enable(Caller caller, @PathVariable UUID id, RedirectAttributes next) {
        var person = people.enable(caller, id);
        next.addFlashAttribute("receipt", person.name() + " can sign in again. Old tokens stay void.");
        return "redirect:/people/" + id;
    }

    /** Answers with the link itself: a redirect would have to keep the secret somewhere. */
    static ModelAndView link(Invited invited, Links links) {
        var page = new ModelAndView("people/link");
        page.addObject("person", invited.person());
        page.addObject("link", links.to("/invitation/" + invited.secret()));
        return page;
    }

    private void fill(Caller caller, UUID id, @Nullable String cursor, Model model) {
        if (!caller.isOwner()) {
            throw new NotAllowed("Only the owner may do this.");
        }
        var person = people.get(caller, id);
        model.addAttribute("person", person);
        TokenPages.list(tokens.list(caller, id, cursor, Page.DEFAULT_SIZE), "/people/" + id, cursor, model);
        model.addAttribute("roles", ROLES);
        model.addAttribute("now", clock.instant());
        if (!model.containsAttribute("roleForm")) {
            model.addAttribute("roleForm", new RoleForm(person.role().word()));
        }
    }
}
