package dev.paddock.web.campaigns;

import dev.paddock.campaigns.CampaignEdit;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/campaigns/{id}/guideline")
class GuidelinePages {

    record GuidelineForm(
            @Nullable String guideline, @Nullable Long version) {}

    private final Campaigns campaigns;
    private final Board board;

    GuidelinePages(Campaigns campaigns, Board board) {
        this.campaigns = campaigns;
        this.board = board;
    }

    @GetMapping
    String read(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var campaign = board.open(caller, id, model);
        int wanted = Objects.requireNonNullElse(version, campaign.guidelineVersion());
        model.addAttribute("guideline", campaigns.guideline(id, wanted));
        var versions = campaigns.guidelines(id, cursor, Page.DEFAULT_SIZE);
        var here = "/campaigns/" + id + "/guideline?version=" + wanted;
        model.addAttribute("versions", versions.rows());
        model.addAttribute("first", cursor == null ? null : here);
        model.addAttribute("next", versions.next() == null ? null : here + "&cursor=" + versions.next());
        return "campaigns/guideline";
    }

    @GetMapping("/edit")
    String edit(Caller caller, @PathVariable UUID id, Model model) {
        var campaign = board.lead(caller, id, model);
        var markdown = campaigns.guideline(id, campaign.guidelineVersion()).markdown();
        model.addAttribute("form", new GuidelineForm(markdown, campaign.version()));
        return "campaigns/guideline-edit";
    }

    @PostMapping
    ModelAndView save(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("form") GuidelineForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes next) {
        try {
            var text = Objects.requireNonNullElse(form.guideline(), "").replace("\r\n", "\n");
            var saved = campaigns.edit(
                    caller,
                    id,
                    new CampaignEdit(
                            Objects.requireNonNullElse(form.version(), -1L), null, text, null, null, null, null));
            next.addFlashAttribute("receipt", "Version " + saved.guidelineVersion() + " is what people judge by now.");
            next.addFlashAttribute("settled", id + "-guideline");
            return new ModelAndView("redirect:/campaigns/" + id + "/guideline");
        } catch (Refusal refusal) {
            board.lead(caller, id, model);
            return FormFaults.tell(refusal, faults, "campaigns/guideline-edit");
        }
    }
}
