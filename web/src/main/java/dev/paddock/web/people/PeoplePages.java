package dev.paddock.web.people;

import dev.paddock.campaigns.Newcomers;
import dev.paddock.people.Caller;
import dev.paddock.people.People;
import dev.paddock.people.Role;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.parts.Choice;
import dev.paddock.web.parts.LedCampaigns;
import dev.paddock.web.security.Links;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Everybody, and the form that invites one more. */
@Controller
@RequestMapping("/people")
class PeoplePages {

    private static final String VIEW = "people/list";

    record InviteForm(
            @Nullable String email,
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> campaigns) {

        List<UUID> chosen() {
            return campaigns == null
                    ? List.of()
                    : campaigns.stream().map(InviteForm::id).toList();
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException none) {
                throw new InvalidInput("campaigns", "must be of the list");
            }
        }
    }

    private final People people;
    private final Newcomers newcomers;
    private final LedCampaigns led;
    private final Links links;

    PeoplePages(People people, Newcomers newcomers, LedCampaigns led, Links links) {
        this.people = people;
        this.newcomers = newcomers;
        this.led = led;
        this.links = links;
    }

    @GetMapping
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String named,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        fill(caller, named.strip(), cursor, model);
        model.addAttribute("form", new InviteForm("", "", Role.ANNOTATOR.word(), List.of()));
        return VIEW;
    }

    @PostMapping
    ModelAndView invite(Caller caller, @ModelAttribute("form") InviteForm form, BindingResult faults, Model model) {
        try {
            var invited = newcomers.invite(caller, form.email(), form.name(), Role.of(form.role()), form.chosen());
            return PersonPages.link(invited, links);
        } catch (Refusal refusal) {
            fill(caller, "", null, model);
            return FormFaults.tell(refusal, faults, VIEW);
        }
    }

    private void fill(Caller caller, String named, @Nullable String cursor, Model model) {
        var page = people.list(caller, named, cursor, Page.DEFAULT_SIZE);
        model.addAttribute("people", page.rows());
        model.addAttribute("named", named);
        model.addAttribute("sought", !named.isEmpty() || cursor != null || page.next() != null);
        model.addAttribute("first", cursor == null ? null : address(named, null));
        model.addAttribute("next", page.next() == null ? null : address(named, page.next()));
        model.addAttribute("owns", caller.isOwner());
        model.addAttribute("roles", roles(caller));
        led.offer(caller, null, null, List.of(), model);
    }

    private static String address(String named, @Nullable String cursor) {
        var to = UriComponentsBuilder.fromPath("/people");
        if (!named.isEmpty()) {
            to.queryParam("named", "{named}");
        }
        if (cursor != null) {
            to.queryParam("cursor", cursor);
        }
        return to.encode().buildAndExpand(Map.of("named", named)).toUriString();
    }

    /** Those that the caller may give. */
    private static List<Choice> roles(Caller caller) {
        var given = caller.isOwner() ? Stream.of(Role.values()) : Stream.of(Role.REVIEWER, Role.ANNOTATOR);
        return given.map(role -> new Choice(role.word(), role.word())).toList().reversed();
    }
}
