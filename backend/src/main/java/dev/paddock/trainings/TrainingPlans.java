package dev.paddock.trainings;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.reward.Tracks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trainings that nobody has to ask for. */
@Service
@Transactional
public class TrainingPlans {

    private final TrainingPlanTable table;
    private final TrainingTable trainings;
    private final JudgedPairs pairs;
    private final Selections selections;
    private final Campaigns campaigns;
    private final Audit audit;
    private final Clock clock;

    TrainingPlans(
            TrainingPlanTable table,
            TrainingTable trainings,
            JudgedPairs pairs,
            Selections selections,
            Campaigns campaigns,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.trainings = trainings;
        this.pairs = pairs;
        this.selections = selections;
        this.campaigns = campaigns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Instead of the one that the campaign has. */
    public TrainingPlan put(Caller caller, UUID campaign, PlanWish wish) {
        var led = campaigns.requireLead(caller, campaign);
        wish.requireSense();
        table.waitAndLock();
        var former = table.find(campaign).map(TrainingPlan::clock).orElse(null);
        table.put(campaign, wish, wish.timetable(former, clock.instant()), caller.person());
        var plan = table.find(campaign).orElseThrow();
        audit.record(caller, "training-plan-set", led.name(), plan.described());
        return plan;
    }

    @Transactional(readOnly = true)
    public Optional<TrainingPlan> find(Caller caller, UUID campaign) {
        campaigns.requireLead(caller, campaign);
        return table.find(campaign);
    }

    public void remove(Caller caller, UUID campaign) {
        var led = campaigns.requireLead(caller, campaign);
        if (table.remove(campaign)) {
            audit.record(caller, "training-plan-removed", led.name(), "");
        }
    }

    @Scheduled(fixedDelayString = "${paddock.reward.plans:1m}", initialDelayString = "${paddock.reward.plans:1m}")
    void startDue() {
        if (table.lock()) {
            var now = clock.instant();
            var turned = table.turned(now);
            var last = pairs.last();
            for (var plan : table.due(now)) {
                if (!trainings.hasRoom()) {
                    turned.remove(plan.campaign());
                } else if (selections.areEnough(Set.of(plan.campaign()), last)) {
                    start(plan, last);
                }
            }
            turned.forEach((campaign, turns) -> table.next(campaign, turns.after(now)));
        }
    }

    private void start(TrainingPlan plan, long last) {
        var campaign = campaigns.known(plan.campaign());
        var kind = Tracks.kind(campaign.track());
        var id = trainings.add(kind, List.of(plan.campaign()), last, plan.margin(), plan.person());
        var training = trainings.find(id).orElseThrow();
        audit.record(
                plan.person(),
                "training-started",
                kind.label(),
                training.described() + ", by the plan of " + campaign.name());
    }
}
