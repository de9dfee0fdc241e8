package dev.paddock.people;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows instead of a password.
 *
 * @param hint its first characters, to tell tokens apart; the rest is known to its holder only
 * @param lastUsed to the minute; null while nobody used it
 */
public record ApiToken(
        UUID id,
        UUID person,
        String name,
        String hint,
        Set<Scope> scopes,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    public boolean usable(Instant now) {
        return revoked == null && now.isBefore(expires);
    }
}
