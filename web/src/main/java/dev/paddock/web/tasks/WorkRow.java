package dev.paddock.web.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.tasks.Desk;
import java.util.UUID;

/** A campaign as an annotator meets it: how far they and everybody have come. */
record WorkRow(
        UUID id,
        String name,
        String track,
        String state,
        boolean open,
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
                progress.held(),
                progress.mine(),
                progress.answered(),
                progress.slots());
    }
}
