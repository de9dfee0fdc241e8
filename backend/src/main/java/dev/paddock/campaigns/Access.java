package dev.paddock.campaigns;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may do what to which campaign. To everyone else it looks as if it did not exist. */
@Component
class Access {

    private static final Set<Scope> OF_CAMPAIGNS = EnumSet.of(Scope.ANNOTATE, Scope.REVIEW, Scope.LEAD, Scope.EXPORT);

    private final CampaignRepository campaigns;
    private final CampaignRecords records;

    Access(CampaignRepository campaigns, CampaignRecords records) {
        this.campaigns = campaigns;
        this.records = records;
    }

    Campaign requireMember(Caller caller, UUID id) {
        roleOf(caller, id);
        return campaigns.findById(id).orElseThrow(Access::missing);
    }

    /** Whatever one does in a campaign needs one of these, so whoever has one may look for it: an export token finds what it exports. */
    static void requireSight(Caller caller) {
        if (Collections.disjoint(caller.scopes(), OF_CAMPAIGNS)) {
            throw new NotAllowed(
                    "This token has no scope for campaigns. Make one with 'annotate', 'review', 'lead' or 'export'.");
        }
    }

    /** A member with any scope that has to do with campaigns. */
    Campaign requireSeen(Caller caller, UUID id) {
        var campaign = requireMember(caller, id);
        requireSight(caller);
        return campaign;
    }

    Campaign requireAnnotator(Caller caller, UUID id) {
        var campaign = requireMember(caller, id);
        caller.require(Scope.ANNOTATE);
        return campaign;
    }

    Campaign requireReader(Caller caller, UUID id) {
        var campaign = requireMember(caller, id);
        if (roleOf(caller, id) == CampaignRole.ANNOTATOR) {
            throw new NotAllowed("Only this campaign's leads and reviewers see that.");
        }
        if (!caller.scopes().contains(Scope.LEAD)) {
            caller.require(Scope.REVIEW);
        }
        return campaign;
    }

    /** Whether there can be campaigns that they read: anybody but annotators, with one of the scopes to read them. */
    static boolean reads(Caller caller) {
        return caller.role() != Role.ANNOTATOR
                && (caller.scopes().contains(Scope.LEAD) || caller.scopes().contains(Scope.REVIEW));
    }

    /** Data leaves through the campaign's leads alone, and by pseudonyms: this opens the export and none of the pages with names. */
    Campaign requireExporter(Caller caller, UUID id) {
        var campaign = requireMember(caller, id);
        if (roleOf(caller, id) != CampaignRole.LEAD) {
            throw new NotAllowed("Only this campaign's leads take its data away.");
        }
        caller.require(Scope.EXPORT);
        return campaign;
    }

    Campaign requireLead(Caller caller, UUID id) {
        var campaign = requireMember(caller, id);
        if (roleOf(caller, id) != CampaignRole.LEAD) {
            throw new NotAllowed("Only this campaign's leads may do that.");
        }
        caller.require(Scope.LEAD);
        return campaign;
    }

    /** What the caller is there, cut down to what their role on the installation still allows. */
    CampaignRole roleOf(Caller caller, UUID id) {
        if (caller.isOwner()) {
            return CampaignRole.LEAD;
        }
        var given = records.roleOf(id, caller.person()).orElseThrow(Access::missing);
        return given.within(caller.role()) ? given : fallback(caller.role());
    }

    private static CampaignRole fallback(Role role) {
        return role == Role.ANNOTATOR ? CampaignRole.ANNOTATOR : CampaignRole.REVIEWER;
    }

    private static NotFound missing() {
        return new NotFound("campaign");
    }
}
