package dev.paddock.reward;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;

/** Who may do what with reward models. Annotators know of none. */
public final class Permissions {

    private Permissions() {}

    public static void requireReader(Caller caller) {
        if (caller.role() == Role.ANNOTATOR) {
            throw missing();
        }
    }

    /** Leads and the owner decide which reward models there are and which one serves: they are the installation's, not a campaign's. */
    public static void requireLead(Caller caller) {
        requireReader(caller);
        if (!caller.mayLead()) {
            throw new NotAllowed("Only leads and the owner may do that with reward models.");
        }
        caller.require(Scope.LEAD);
    }

    static NotFound missing() {
        return new NotFound("reward model");
    }
}
