package dev.paddock.web.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import dev.paddock.shared.Words;
import dev.paddock.tasks.Desk;
import dev.paddock.tasks.EmptyQueue;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an annotator's day starts: the campaigns they are a member of, and the next task of one. */
@Controller
class WorkPages {

    private final Campaigns campaigns;
    private final Desk desk;
    private final Onwards onwards;

    WorkPages(Campaigns campaigns, Desk desk, Onwards onwards) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.onwards = onwards;
    }

    /**
     * Every member may take tasks, reviewers and leads too.
     *
     * @param nothing why the campaign asked for last had no task
     */
    @GetMapping("/work")
    String work(
            Caller caller,
            @RequestParam(required = false) @Nullable String nothing,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var page = campaigns.visibleTo(caller, cursor, Page.DEFAULT_SIZE);
        var progress =
                desk.progress(caller, page.rows().stream().map(Campaign::id).toList());
        model.addAttribute(
                "rows",
                page.map(campaign -> WorkRow.of(campaign, Objects.requireNonNull(progress.get(campaign.id()))))
                        .rows());
        model.addAttribute("first", cursor == null ? null : "/work");
        model.addAttribute("next", page.next() == null ? null : "/work?cursor=" + page.next());
        model.addAttribute("nothing", sentence(nothing));
        return "tasks/work";
    }

    private static @Nullable String sentence(@Nullable String word) {
        return word == null
                ? null
                : Words.read(EmptyQueue.class, word).map(EmptyQueue::sentence).orElse(null);
    }

    /** Takes the next task, or the one already held. */
    @PostMapping("/campaigns/{campaign}/tasks")
    String next(Caller caller, @PathVariable UUID campaign) {
        return onwards.from(caller, campaign);
    }
}
