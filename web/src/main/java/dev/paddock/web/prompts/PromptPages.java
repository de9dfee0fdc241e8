package dev.paddock.web.prompts;

import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.Prompts;
import dev.paddock.shared.Refusal;
import dev.paddock.web.errors.FormFaults;
import java.io.IOException;
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

@Controller
@RequestMapping("/campaigns/{id}/prompts")
class PromptPages {

    private static final int SIZE = 50;

    private final Prompts prompts;
    private final Campaigns campaigns;
    private final Uploads uploads;

    PromptPages(Prompts prompts, Campaigns campaigns, Uploads uploads) {
        this.prompts = prompts;
        this.campaigns = campaigns;
        this.uploads = uploads;
    }

    @GetMapping
    String list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("form", UploadForm.empty());
        show(caller, id, cursor, model);
        return "prompts/list";
    }

    private void show(Caller caller, UUID id, @Nullable String cursor, Model model) {
        var page = prompts.list(caller, id, cursor, SIZE);
        var here = "/campaigns/" + id + "/prompts";
        model.addAttribute("campaign", campaigns.requireReader(caller, id));
        model.addAttribute("leads", campaigns.roleOf(caller, id) == CampaignRole.LEAD);
        model.addAttribute("prompts", page.rows());
        model.addAttribute("count", prompts.count(id));
        model.addAttribute("kinds", Uploads.KINDS);
        model.addAttribute("degrees", Uploads.DEGREES);
        model.addAttribute("first", cursor == null ? null : here);
        model.addAttribute("next", page.next() == null ? null : here + "?cursor=" + page.next());
    }

    /** The report is the answer itself and not a redirect: it may be long, and sending the form again adds nothing twice. */
    @PostMapping
    ModelAndView add(
            Caller caller,
            @PathVariable UUID id,
            @ModelAttribute("form") UploadForm form,
            BindingResult faults,
            Model model)
            throws IOException {
        try {
            ImportReport report = uploads.take(caller, id, form);
            model.addAttribute("report", report);
            model.addAttribute("form", UploadForm.empty());
            show(caller, id, null, model);
            return new ModelAndView("prompts/list");
        } catch (Refusal refusal) {
            try {
                show(caller, id, null, model);
            } catch (Refusal goneMeanwhile) {
                // What was refused says more: how much came in before.
                throw refusal;
            }
            return FormFaults.tell(refusal, faults, "prompts/list");
        }
    }
}
