package dev.paddock.people;

import dev.paddock.shared.NotAllowed;

/** Who may do what to people. */
final class Permissions {

    private Permissions() {}

    static void administer(Caller caller) {
        if (!caller.isOwner()) {
            throw new NotAllowed("Only the owner may do this.");
        }
        caller.require(Scope.ADMIN);
    }

    /** Leads bring in those who do the work; only owners make leads and owners. */
    static void invite(Caller caller, Role role) {
        if (role != Role.ANNOTATOR && role != Role.REVIEWER) {
            administer(caller);
            return;
        }
        readPeople(caller);
    }

    static void readPeople(Caller caller) {
        if (!caller.mayLead()) {
            throw new NotAllowed("Only owners and leads may do this.");
        }
        if (!caller.scopes().contains(Scope.ADMIN)) {
            caller.require(Scope.LEAD);
        }
    }
}
