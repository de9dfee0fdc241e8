package dev.paddock.web.campaigns;

import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Member;
import dev.paddock.campaigns.Members;
import dev.paddock.people.Caller;
import dev.paddock.people.People;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.shared.Words;
import dev.paddock.web.errors.FormFaults;
import dev.paddock.web.parts.Choice;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/campaigns/{id}/people")
class MemberPages {

    private static final List<Choice> PARTS = List.of(
            new Choice("annotator", "Annotator"), new Choice("reviewer", "Reviewer"), new Choice("lead", "Lead"));

    record MemberForm(@Nullable String person, @Nullable String as) {}

    private final Members members;
    private final People people;
    private final Board board;

    MemberPages(Members members, People people, Board board) {
        this.members = members;
        this.people = people;
        this.board = board;
    }

    @GetMapping
    String list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("form", new MemberForm("", "annotator"));
        show(caller, id, cursor, model);
        return "campaigns/people";
    }

    private void show(Caller caller, UUID id, @Nullable String cursor, Model model) {
        board.open(caller, id, model);
        var page = members.list(caller, id, cursor, Page.DEFAULT_SIZE);
        var here = "/campaigns/" + id + "/people";
        model.addAttribute("members", page.rows());
        model.addAttribute(
                "names", people.names(page.rows().stream().map(Member::person).toList()));
        model.addAttribute("first", cursor == null ? null : here);
        model.addAttribute("next", page.next() == null ? null : here + "?cursor=" + page.next());
        model.addAttribute("parts", PARTS);
    }

    @PostMapping
    ModelAndView add(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("form") MemberForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            var as = Words.require(CampaignRole.class, "as", Objects.requireNonNullElse(form.as(), ""));
            var member = members.add(caller, id, Objects.requireNonNullElse(form.person(), ""), as);
            var name = people.names(List.of(member.person())).get(member.person());
            next.addFlashAttribute("receipt", name + " takes part as " + as.word() + ".");
            return new ModelAndView("redirect:/campaigns/" + id + "/people");
        } catch (Refusal refusal) {
            show(caller, id, null, model);
            return FormFaults.tell(refusal, faults, "campaigns/people");
        }
    }

    @DeleteMapping("/{person}")
    String remove(Caller caller, @PathVariable UUID id, @PathVariable UUID person, RedirectAttributes next) {
        try {
            members.remove(caller, id, person);
            next.addFlashAttribute("receipt", "Removed. What they did stays.");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            next.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/campaigns/" + id + "/people";
    }
}
