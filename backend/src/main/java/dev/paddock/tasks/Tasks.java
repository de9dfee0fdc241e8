package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.CampaignState;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Order;
import dev.paddock.people.Caller;
import dev.paddock.samples.Generators;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers what next: taking a task, keeping it, giving it back. */
@Service
public class Tasks {

    private final TaskRepository tasks;
    private final Queue queue;
    private final Openings openings;
    private final Expiry expiry;
    private final Holding holding;
    private final Campaigns campaigns;
    private final Generators generators;
    private final Beginnings beginnings;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Tasks(
            TaskRepository tasks,
            Queue queue,
            Openings openings,
            Expiry expiry,
            Holding holding,
            Campaigns campaigns,
            Generators generators,
            Beginnings beginnings,
            Clock clock) {
        this.tasks = tasks;
        this.queue = queue;
        this.openings = openings;
        this.expiry = expiry;
        this.holding = holding;
        this.campaigns = campaigns;
        this.generators = generators;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /** The task the caller holds in this campaign, or else the next one, leased; or why there is none. */
    @Transactional
    public Next next(Caller caller, UUID campaignId) {
        var campaign = campaigns.requireAnnotator(caller, campaignId);
        queue.lineUp(campaignId, caller.person());
        var held = tasks.held(campaignId, caller.person());
        if (held.isPresent()) {
            held.get().renew(holding.leaseEnd());
            if (campaign.state() == CampaignState.ACTIVE && canGenerate(campaign)) {
                openings.resume(held.get());
            }
            return new Next.Leased(held.get().id());
        }
        if (campaign.state() != CampaignState.ACTIVE) {
            return new Next.Nothing(EmptyQueue.whileNotActive(campaign.state()));
        }
        return takeNext(caller, campaign);
    }

    private Next takeNext(Caller caller, Campaign campaign) {
        var search = new Search(tasks, openings, campaign, caller.person(), () -> canGenerate(campaign));
        var open = first(caller, campaign, search);
        if (open.isEmpty() && expiry.takeBackOverdue() > 0) {
            open = first(caller, campaign, search);
        }
        if (open.isEmpty() && campaign.annotatorPrompts() && canGenerate(campaign)) {
            open = Optional.of(tasks.save(Task.unwritten(campaign.id())));
        }
        if (open.isEmpty()) {
            return new Next.Nothing(
                    search.metTooLong()
                            ? EmptyQueue.TOO_LONG
                            : queue.emptiness(campaign, caller.person(), canGenerate(campaign)));
        }
        var task = open.get().choose(ChosenBy.ARRIVAL);
        if (openings.isLeftOver(task)) {
            task.chooseByGap();
        }
        task.lease(caller.person(), clock.instant(), holding.leaseEnd());
        if (campaign.order() == Order.UNCERTAINTY) {
            beginnings.begin(task);
        }
        openings.begin(campaign, task);
        return new Next.Leased(task.id());
    }

    private Optional<Task> first(Caller caller, Campaign campaign, Search search) {
        return switch (campaign.order()) {
            case ARRIVAL -> search.first();
            case UNCERTAINTY -> {
                var uncertainty = new UncertaintySearch(tasks, campaign, caller.person(), random);
                yield uncertainty.first().or(() -> search.first().map(uncertainty::foundLate));
            }
        };
    }

    private boolean canGenerate(Campaign campaign) {
        return generators.available(campaign.id()).isEmpty();
    }

    /** A sign of life from the person: the lease starts anew. @return its new end */
    @Transactional
    public Instant renew(Caller caller, UUID taskId) {
        return Objects.requireNonNull(holding.require(caller, taskId).task().expiresAt());
    }

    /** The person does not want this one: they will not see its item again, and the slot is open to others. */
    @Transactional
    public void skip(Caller caller, UUID taskId, String reason) {
        holding.skip(holding.require(caller, taskId).task(), Reasons.checked(reason));
        holding.forgetDraft(taskId);
    }

    /** The person goes no further. Comparisons already saved stand and end the task; without any, its slot is open again. */
    @Transactional
    public void leave(Caller caller, UUID taskId) {
        holding.stop(holding.require(caller, taskId).task(), EndCause.LEFT);
        holding.forgetDraft(taskId);
    }

    /** Tells the leads that something is wrong with this conversation; the task goes on. */
    @Transactional
    public void flag(Caller caller, UUID taskId, String reason) {
        holding.flag(caller, holding.require(caller, taskId).task(), Reasons.checked(reason));
    }
}
