package dev.paddock.campaigns;

import dev.paddock.people.Caller;
import dev.paddock.people.Invitations;
import dev.paddock.people.Invited;
import dev.paddock.people.Role;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings somebody in and into campaigns at once: both or neither, because the link is shown only where all of it went well. */
@Service
@Transactional
public class Newcomers {

    private final Invitations invitations;
    private final Members members;

    Newcomers(Invitations invitations, Members members) {
        this.invitations = invitations;
        this.members = members;
    }

    /** @param campaigns those that they take part in from the beginning, as what they are on the installation */
    public Invited invite(
            Caller caller, @Nullable String email, @Nullable String name, Role role, Collection<UUID> campaigns) {
        var invited = invitations.invite(caller, email, name, role);
        var id = invited.person().id().toString();
        campaigns.forEach(campaign -> add(caller, campaign, id, part(role)));
        return invited;
    }

    private void add(Caller caller, UUID campaign, String person, CampaignRole as) {
        try {
            members.add(caller, campaign, person, as);
        } catch (NotFound unknown) {
            throw new InvalidInput("campaigns", "names a campaign that is not there, or not yours");
        }
    }

    private static CampaignRole part(Role role) {
        return switch (role) {
            case OWNER, LEAD -> CampaignRole.LEAD;
            case REVIEWER -> CampaignRole.REVIEWER;
            case ANNOTATOR -> CampaignRole.ANNOTATOR;
        };
    }
}
