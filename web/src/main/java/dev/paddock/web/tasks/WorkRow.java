package dev.paddock.web.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.tasks.Desk;
import dev.paddock.tasks.EmptyQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as an annotator meets it: how far they and everybody have come.
 *
 * @param why why it gives out nothing, where it is not open
 */
record WorkRow(
        UUID id,
        String name,
        String track,
        String state,
        boolean open,
        @Nullable String why,
        boolean held,
        long mine,
        long answered,
        long slots) {

    static WorkRow of(Campaign campaign, Desk.Progress progress) {
        return new WorkRow(
                campaign.id(),
                campaign.name(),
                campaign.track().word(),
                campaign.state().word(),
                campaign.isActive(),
                campaign.isActive()
                        ? null
                        : EmptyQueue.whileNotActive(campaign.state()).sentence(),
                progress.held(),
                progress.mine(),
                progress.answered(),
                progress.slots());
    }
}
