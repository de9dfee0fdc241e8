package dev.paddock.people;

import dev.paddock.shared.NotAllowed;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The person on whose behalf a verb runs, by a browser session or by an API token. Every verb of the backend takes one. */
public record Caller(UUID person, String name, Role role, Set<Scope> scopes) implements Serializable {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public static Caller signedIn(UUID person, String name, Role role) {
        return new Caller(person, name, role, EnumSet.allOf(Scope.class));
    }

    public boolean isOwner() {
        return role == Role.OWNER;
    }

    /** Owners and leads may create campaigns. */
    public boolean mayLead() {
        return role == Role.OWNER || role == Role.LEAD;
    }

    /** @throws NotAllowed naming the scope the token lacks */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new NotAllowed(
                    role.scopes().contains(scope)
                            ? "This token lacks the scope '" + scope.word() + "'. Make one that has it."
                            : "This needs the scope '" + scope.word() + "', which no token of somebody who is "
                                    + role.word() + " can have.");
        }
    }
}
