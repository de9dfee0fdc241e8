package dev.paddock.web.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.tasks.Desk;
import dev.paddock.tasks.Drafts;
import dev.paddock.tasks.TaskView;
import dev.paddock.tasks.TaskViews;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/** Lays out for a page what it shows around a task. */
@Component
class Benches {

    private final TaskViews views;
    private final Campaigns campaigns;
    private final Desk desk;
    private final Drafts drafts;
    private final JsonMapper json;

    Benches(TaskViews views, Campaigns campaigns, Desk desk, Drafts drafts, JsonMapper json) {
        this.views = views;
        this.campaigns = campaigns;
        this.desk = desk;
        this.drafts = drafts;
        this.json = json;
    }

    /** The task as it stands, ready to be judged or written to. */
    void layOut(Caller caller, UUID task, Model model) {
        layOut(caller, views.view(caller, task), model);
        model.addAttribute("action", "/tasks/" + task + "/comparison");
    }

    /** A pair judged before, to be judged again. */
    void layOutAgain(Caller caller, UUID task, UUID turn, Model model) {
        layOut(caller, views.judged(caller, task, turn), model);
    }

    private void layOut(Caller caller, TaskView task, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("bench", bench(caller, campaigns.requireAnnotator(caller, task.campaign()), task.id()));
    }

    private Bench bench(Caller caller, Campaign campaign, UUID task) {
        var draft = drafts.find(caller, task).orElse("");
        return new Bench(
                campaign.name(),
                campaigns.currentRound(campaign.id()),
                desk.answered(caller, campaign.id()),
                campaign.track() == Track.SAFETY,
                campaign.ratings().contains(Rating.HELPFULNESS),
                campaign.ratings().contains(Rating.SAFETY),
                campaigns.guideline(campaign.id(), campaign.guidelineVersion()),
                draft,
                Unsent.ofDraft(draft, json));
    }
}
