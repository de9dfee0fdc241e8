package dev.paddock.web.security;

import static dev.paddock.web.security.Actor.ANNOTATOR_OF_IT;
import static dev.paddock.web.security.Actor.FOREIGN_ANNOTATOR;
import static dev.paddock.web.security.Actor.FOREIGN_LEAD;
import static dev.paddock.web.security.Actor.FOREIGN_REVIEWER;
import static dev.paddock.web.security.Actor.LEAD_OF_IT;
import static dev.paddock.web.security.Actor.NOBODY;
import static dev.paddock.web.security.Actor.OWNER;
import static dev.paddock.web.security.Actor.REVIEWER_OF_IT;

import java.util.EnumSet;
import java.util.Set;

/** Who gets in, in the words of the table of endpoints. */
enum Access {
    OPEN(Set.of(Actor.values())),
    ANYBODY(allBut(NOBODY)),
    LEADS(Set.of(OWNER, LEAD_OF_IT, FOREIGN_LEAD)),
    STAFF(Set.of(OWNER, LEAD_OF_IT, FOREIGN_LEAD, REVIEWER_OF_IT, FOREIGN_REVIEWER)),
    OWNERS(Set.of(OWNER)),
    MEMBERS(Set.of(OWNER, LEAD_OF_IT, REVIEWER_OF_IT, ANNOTATOR_OF_IT)),
    READERS(Set.of(OWNER, LEAD_OF_IT, REVIEWER_OF_IT)),
    LEADS_OF_IT(Set.of(OWNER, LEAD_OF_IT)),
    /** The annotator whose task it is, and not even the owner. */
    HOLDER(Set.of(ANNOTATOR_OF_IT));

    final Set<Actor> allowed;

    Access(Set<Actor> allowed) {
        this.allowed = allowed;
    }

    /** Whether a campaign stands behind it, whose very existence is nothing to strangers. */
    boolean hidden() {
        return this == MEMBERS || this == READERS || this == LEADS_OF_IT || this == HOLDER;
    }

    boolean hiddenFrom(Actor actor) {
        return hidden()
                && Set.of(FOREIGN_LEAD, FOREIGN_REVIEWER, FOREIGN_ANNOTATOR).contains(actor);
    }

    private static Set<Actor> allBut(Actor one) {
        var rest = EnumSet.allOf(Actor.class);
        rest.remove(one);
        return rest;
    }
}
