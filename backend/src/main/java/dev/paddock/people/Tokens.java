package dev.paddock.people;

import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tokens for programs: hashed, scoped, expiring, revocable. */
@Service
@Transactional
public class Tokens {

    static final int MOST_DAYS = 365;
    static final int MOST_TOKENS = 50;

    private static final String PREFIX = "pdk_";
    private static final Duration LAST_USED_GRAIN = Duration.ofMinutes(1);

    private final TokenTable table;
    private final PersonRepository people;
    private final Audit audit;
    private final Clock clock;

    Tokens(TokenTable table, PersonRepository people, Audit audit, Clock clock) {
        this.table = table;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** One's own, or anybody's for the owner. */
    public IssuedToken issue(Caller caller, UUID personId, @Nullable String name, Set<Scope> scopes, int days) {
        var person = holder(caller, personId);
        if (person.disabled()) {
            throw new Conflict(person.name() + " is disabled. Enable them first.");
        }
        check(person.role(), scopes, days);
        var now = clock.instant();
        if (table.usableOf(personId, now) >= MOST_TOKENS) {
            throw new Conflict("There are " + MOST_TOKENS + " tokens already. Revoke one first.");
        }
        var secret = PREFIX + Secrets.secret();
        var called = Names.of("name", name == null ? "token" : name);
        var token = table.insert(personId, called, secret, scopes, now, now.plus(Duration.ofDays(days)));
        audit.record(caller, "token-issued", person.email(), token.hint() + "… for " + words(scopes));
        return new IssuedToken(token, secret);
    }

    /** Newest first, the revoked and expired ones among them. */
    @Transactional(readOnly = true)
    public Page<ApiToken> list(Caller caller, UUID person, @Nullable String cursor, int size) {
        var found = table.of(holder(caller, person).id(), Cursor.orEnd(cursor), size + 1);
        return Page.of(found, size, token -> new Cursor(token.created(), token.id()).text());
    }

    public void revoke(Caller caller, UUID personId, UUID token) {
        var person = holder(caller, personId);
        if (!table.revoke(personId, token, clock.instant())) {
            throw new NotFound("token");
        }
        audit.record(caller, "token-revoked", person.email(), token.toString());
    }

    /** Whose token this is; nobody's when it is unknown, expired, revoked or its person disabled. Its scopes are what the role still allows. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Caller> authenticate(String secret) {
        var now = clock.instant();
        var held = table.usable(Secrets.hash(secret), now);
        held.filter(token -> stale(token.lastUsed(), now)).ifPresent(token -> table.used(token.id(), now));
        return held.map(HeldToken::caller);
    }

    /** The operator's own token, valid for another year at every start; one that was revoked stays so. */
    void adopt(UUID person, String secret) {
        var now = clock.instant();
        var until = now.plus(Duration.ofDays(MOST_DAYS));
        if (!table.extend(Secrets.hash(secret), until)) {
            table.revokeNamed(person, TokenTable.OPERATORS, now);
            table.insert(person, TokenTable.OPERATORS, secret, Set.of(Scope.values()), now, until);
            audit.record(person, "token-issued", "the operator's", "by the settings");
        }
    }

    void revokeAllOf(UUID person) {
        table.revokeAllOf(person, clock.instant());
    }

    private Person holder(Caller caller, UUID person) {
        if (!caller.person().equals(person)) {
            if (!caller.mayLead()) {
                throw new NotFound("person");
            }
            Permissions.administer(caller);
        }
        caller.require(Scope.ADMIN);
        return people.findById(person).orElseThrow(() -> new NotFound("person"));
    }

    private static void check(Role role, Set<Scope> scopes, int days) {
        if (scopes.isEmpty()) {
            throw new InvalidInput("scopes", "must name at least one of " + words(role.scopes()));
        }
        if (!role.scopes().containsAll(scopes)) {
            throw new InvalidInput(
                    "scopes", "may only be of " + words(role.scopes()) + " for somebody who is " + role.word());
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidInput("days", "must be from 1 to " + MOST_DAYS);
        }
    }

    private static boolean stale(@Nullable Instant lastUsed, Instant now) {
        return lastUsed == null || lastUsed.isBefore(now.minus(LAST_USED_GRAIN));
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
    }
}
