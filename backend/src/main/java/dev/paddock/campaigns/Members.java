package dev.paddock.campaigns;

import dev.paddock.people.Caller;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in a campaign. */
@Service
@Transactional
public class Members {

    private final CampaignRecords records;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(CampaignRecords records, Access access, ApplicationEventPublisher events, Clock clock) {
        this.records = records;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Member> list(Caller caller, UUID campaign) {
        access.requireReader(caller, campaign);
        return records.members(campaign);
    }

    /** Adds a person, or changes what a member is. */
    public void add(Caller caller, UUID campaign, UUID person, CampaignRole as) {
        access.requireLead(caller, campaign);
        if (as != CampaignRole.LEAD) {
            requireAnotherLead(campaign, person);
        }
        records.putMember(campaign, person, as, caller.person(), clock.instant());
        events.publishEvent(new CampaignChanged(campaign));
    }

    /** What they did stays; what they hold is taken back. */
    public void remove(Caller caller, UUID campaign, UUID person) {
        access.requireLead(caller, campaign);
        requireAnotherLead(campaign, person);
        if (!records.removeMember(campaign, person)) {
            throw new NotFound("member");
        }
        events.publishEvent(new CampaignChanged(campaign));
    }

    private void requireAnotherLead(UUID campaign, UUID leaving) {
        var leads = records.members(campaign).stream()
                .filter(member -> member.as() == CampaignRole.LEAD)
                .map(Member::person)
                .toList();
        if (leads.equals(List.of(leaving))) {
            throw new Conflict("This is the campaign's only lead. Make someone else a lead first.");
        }
    }
}
