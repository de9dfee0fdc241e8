package dev.paddock.reward;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who may do what with reward models. Annotators know of none. */
public final class Permissions {

    private static final Set<Scope> READING = EnumSet.of(Scope.LEAD, Scope.REVIEW, Scope.SCORE);

    private Permissions() {}

    /** Leads and reviewers, by any of the scopes that have to do with what reward models say. */
    public static void requireReader(Caller caller) {
        requireStaff(caller);
        if (Collections.disjoint(caller.scopes(), READING)) {
            throw new NotAllowed("This token has no scope for reward models. Make one with "
                    + (caller.mayLead() ? "'lead', 'review' or 'score'." : "'review'."));
        }
    }

    private static void requireStaff(Caller caller) {
        if (caller.role() == Role.ANNOTATOR) {
            throw missing();
        }
    }

    /** Leads and the owner decide which reward models there are and which one serves: they are the installation's, not a campaign's. */
    public static void requireLead(Caller caller) {
        requireStaff(caller);
        if (!caller.mayLead()) {
            throw new NotAllowed("Only leads and the owner may do that with reward models.");
        }
        caller.require(Scope.LEAD);
    }

    static NotFound missing() {
        return new NotFound("reward model");
    }
}
