package dev.paddock.tasks;

import dev.paddock.campaigns.CampaignChanged;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what nobody has touched for the length of a lease. Any replica may do it, several at once do no harm. */
@Component
class Expiry {

    private static final int BATCH = 100;

    private final TaskRepository tasks;
    private final Holding holding;
    private final Clock clock;

    Expiry(TaskRepository tasks, Holding holding, Clock clock) {
        this.tasks = tasks;
        this.holding = holding;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${paddock.tasks.sweep:5s}")
    @Transactional
    public int takeBackOverdue() {
        var overdue = tasks.overdue(clock.instant(), BATCH);
        overdue.forEach(task -> holding.stop(task, EndCause.OVERTIME));
        return overdue.size();
    }

    /** Whoever is no longer a member keeps nothing that others could do. */
    @EventListener
    void takeBackFromFormerMembers(CampaignChanged changed) {
        tasks.heldByStrangers(changed.campaign()).forEach(task -> holding.stop(task, EndCause.FORMER_MEMBER));
    }
}
