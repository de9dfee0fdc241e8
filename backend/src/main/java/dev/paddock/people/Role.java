package dev.paddock.people;

import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person is on this installation. Campaign membership narrows it; only the owner needs none. */
public enum Role {
    OWNER(EnumSet.allOf(Scope.class)),
    LEAD(EnumSet.of(Scope.ANNOTATE, Scope.REVIEW, Scope.LEAD, Scope.EXPORT, Scope.SCORE)),
    REVIEWER(EnumSet.of(Scope.ANNOTATE, Scope.REVIEW)),
    ANNOTATOR(EnumSet.of(Scope.ANNOTATE));

    private final Set<Scope> scopes;

    Role(Set<Scope> scopes) {
        this.scopes = Set.copyOf(scopes);
    }

    /** What a token of such a person can be good for. */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** As written in the database, the API and forms. */
    public String word() {
        return Words.of(this);
    }

    /** @throws InvalidInput naming the roles there are */
    public static Role of(@Nullable String word) {
        return Words.require(Role.class, "role", word == null ? "" : word);
    }
}
