package dev.paddock.campaigns;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.people.People;
import dev.paddock.people.Person;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import dev.paddock.shared.Texts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in a campaign. */
@Service
@Transactional
public class Members {

    private final CampaignRecords records;
    private final Access access;
    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(
            CampaignRecords records,
            Access access,
            People people,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.access = access;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** In the order in which they came. */
    @Transactional(readOnly = true)
    public Page<Member> list(Caller caller, UUID campaign, @Nullable String cursor, int size) {
        access.requireReader(caller, campaign);
        var found = records.members(campaign, Cursor.orStart(cursor), size + 1);
        return Page.of(found, size, member -> new Cursor(member.addedAt(), member.person()).text());
    }

    /**
     * Adds a person, or changes what a member is.
     *
     * @param who an id or an e-mail address
     * @throws InvalidInput when there is nobody by that id or address, or their role on the installation does not go that far
     */
    public Member add(Caller caller, UUID campaign, String who, CampaignRole as) {
        var where = access.requireLead(caller, campaign);
        var person = find(caller, who);
        if (!as.within(person.role())) {
            throw new InvalidInput(
                    "as",
                    "must not be more than this person is on this installation: "
                            + person.role().word());
        }
        if (as != CampaignRole.LEAD) {
            requireAnotherLead(campaign, person.id());
        }
        var member = records.putMember(campaign, person.id(), as, caller.person(), clock.instant());
        audit.record(caller, "member-added", where.name(), person.email() + " as " + as.word());
        events.publishEvent(new CampaignChanged(campaign));
        return member;
    }

    /** What they did stays; what they hold is taken back. */
    public void remove(Caller caller, UUID campaign, UUID person) {
        var where = access.requireLead(caller, campaign);
        requireAnotherLead(campaign, person);
        if (!records.removeMember(campaign, person)) {
            throw new NotFound("member");
        }
        audit.record(
                caller,
                "member-removed",
                where.name(),
                people.get(caller, person).email());
        events.publishEvent(new CampaignChanged(campaign));
    }

    private Person find(Caller caller, String who) {
        Texts.require("person", who);
        try {
            return people.get(caller, UUID.fromString(who.strip()));
        } catch (IllegalArgumentException noId) {
            return people.byEmail(caller, who.strip()).orElseThrow(Members::nobody);
        } catch (NotFound unknown) {
            throw nobody();
        }
    }

    private static InvalidInput nobody() {
        return new InvalidInput("person", "is nobody here. Invite them first, under People");
    }

    private void requireAnotherLead(UUID campaign, UUID leaving) {
        if (records.leads(campaign).equals(List.of(leaving))) {
            throw new Conflict("This is the campaign's only lead. Make someone else a lead first.");
        }
    }
}
