package dev.paddock.trainings;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Track;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.people.Caller;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trainings that nobody has to ask for. */
@Service
@Transactional
public class TrainingPlans {

    private final TrainingPlanTable table;
    private final TrainingRunTable runs;
    private final JudgedPairs pairs;
    private final Campaigns campaigns;
    private final Clock clock;

    TrainingPlans(TrainingPlanTable table, TrainingRunTable runs, JudgedPairs pairs, Campaigns campaigns, Clock clock) {
        this.table = table;
        this.runs = runs;
        this.pairs = pairs;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Instead of the one that the campaign has. */
    public TrainingPlan put(Caller caller, UUID campaign, PlanWish wish) {
        campaigns.requireLead(caller, campaign);
        wish.requireSense();
        table.waitAndLock();
        var former = table.find(campaign).map(TrainingPlan::clock).orElse(null);
        table.put(campaign, wish, wish.timetable(former, clock.instant()), caller.person());
        return table.find(campaign).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<TrainingPlan> find(Caller caller, UUID campaign) {
        campaigns.requireLead(caller, campaign);
        return table.find(campaign);
    }

    public void remove(Caller caller, UUID campaign) {
        campaigns.requireLead(caller, campaign);
        table.remove(campaign);
    }

    @Scheduled(fixedDelayString = "${paddock.reward.plans:1m}", initialDelayString = "${paddock.reward.plans:1m}")
    void startDue() {
        if (table.lock()) {
            var now = clock.instant();
            var turned = table.turned(now);
            for (var plan : table.due(now)) {
                if (runs.hasRoom()) {
                    start(plan);
                } else {
                    turned.remove(plan.campaign());
                }
            }
            turned.forEach((campaign, turns) -> table.next(campaign, turns.after(now)));
        }
    }

    private void start(TrainingPlan plan) {
        runs.add(kind(plan.campaign()), List.of(plan.campaign()), pairs.last(), plan.margin(), plan.person());
    }

    private ModelKind kind(UUID campaign) {
        return campaigns.trackOf(campaign) == Track.SAFETY ? ModelKind.SAFETY : ModelKind.HELPFULNESS;
    }
}
