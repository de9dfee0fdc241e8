package dev.paddock.prompts;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts openings into a campaign and tells of it in the same transaction, so that no imported prompt is without its tasks. */
@Component
class Shelf {

    private final Campaigns campaigns;
    private final PromptRecords records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shelf(Campaigns campaigns, PromptRecords records, ApplicationEventPublisher events, Clock clock) {
        this.campaigns = campaigns;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    /** Of a file that a lead sends. @return how many of them were new */
    @Transactional
    int take(Caller lead, UUID campaign, List<Opening> openings) {
        campaigns.requireLeadOfOpen(lead, campaign);
        return add(lead.person(), campaign, openings, Origin.IMPORTED);
    }

    /** @return how many of them were new */
    @Transactional
    int add(UUID by, UUID campaign, List<Opening> openings, Origin origin) {
        var added = records.add(campaign, openings, origin, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (origin != Origin.WRITTEN && !added.isEmpty()) {
            events.publishEvent(new PromptsAdded(campaign, added));
        }
        return added.size();
    }
}
