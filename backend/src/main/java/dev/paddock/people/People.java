package dev.paddock.people;

import dev.paddock.shared.Cursor;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import dev.paddock.shared.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is here, in which role, and what they may change about themselves. */
@Service
@Transactional
public class People {

    private final PersonRepository people;
    private final InvitationRepository invitations;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    People(
            PersonRepository people,
            InvitationRepository invitations,
            Tokens tokens,
            Passwords passwords,
            Audit audit,
            Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.tokens = tokens;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * By e-mail address, for owners and leads.
     *
     * @param named only those with this in their name or address, in any case of letters; empty for all
     */
    @Transactional(readOnly = true)
    public Page<Person> list(Caller caller, String named, @Nullable String cursor, int size) {
        Permissions.readPeople(caller);
        Texts.require("named", named);
        var found = people.page(named.strip(), Cursor.idOrStart(cursor), size + 1);
        return Page.of(found, size, person -> person.id().toString());
    }

    /** Oneself, or anybody for owners and leads. */
    @Transactional(readOnly = true)
    public Person get(Caller caller, UUID id) {
        if (!caller.person().equals(id)) {
            if (!caller.mayLead()) {
                throw new NotFound("person");
            }
            Permissions.readPeople(caller);
        }
        return person(id);
    }

    /** Owners and leads find people by the address they know them by. */
    @Transactional(readOnly = true)
    public Optional<Person> byEmail(Caller caller, String email) {
        Permissions.readPeople(caller);
        return people.findByEmail(Email.normalise(email));
    }

    /** Both or neither; null leaves it as it is. */
    public Person change(Caller caller, UUID id, @Nullable Role role, @Nullable Boolean disabled) {
        Permissions.administer(caller);
        if (role != null) {
            changeRole(caller, id, role);
        }
        if (disabled != null) {
            return disabled ? disable(caller, id) : enable(caller, id);
        }
        return person(id);
    }

    /** @throws LastOwner where nobody would be left to lead the house */
    public Person changeRole(Caller caller, UUID id, Role role) {
        Permissions.administer(caller);
        var owners = people.lockOwners();
        var person = locked(id);
        if (person.role() == role) {
            return person;
        }
        keepAnOwner(owners, person);
        var before = person.role();
        person.become(role);
        audit.record(caller, "role-changed", person.email(), before.word() + " to " + role.word());
        return people.saveAndFlush(person);
    }

    /** Sessions, tokens and links of the person are void at once. */
    public Person disable(Caller caller, UUID id) {
        Permissions.administer(caller);
        var owners = people.lockOwners();
        var person = locked(id);
        if (person.disabled()) {
            return person;
        }
        keepAnOwner(owners, person);
        person.disable(now());
        invitations.voidAllOf(id);
        tokens.revokeAllOf(id);
        audit.record(caller, "person-disabled", person.email(), "");
        return people.saveAndFlush(person);
    }

    /** Lets a disabled person sign in again; their old tokens stay void. */
    public Person enable(Caller caller, UUID id) {
        Permissions.administer(caller);
        var person = locked(id);
        if (person.disabled()) {
            person.enable();
            audit.record(caller, "person-enabled", person.email(), "");
        }
        return person;
    }

    public Person rename(Caller caller, @Nullable String name) {
        caller.require(Scope.ADMIN);
        var person = locked(caller.person());
        person.rename(Names.of("name", name));
        return person;
    }

    /** Ends all sessions of the person, the present one included. */
    public void changePassword(Caller caller, @Nullable String present, @Nullable String wanted) {
        caller.require(Scope.ADMIN);
        var person = locked(caller.person());
        if (!passwords.matches(present, person.passwordHash())) {
            throw new InvalidInput("present", "is not your password");
        }
        person.choosePassword(passwords.hash(wanted), now());
        audit.record(caller, "password-changed", person.email(), "");
    }

    public void signOutEverywhere(Caller caller) {
        caller.require(Scope.ADMIN);
        locked(caller.person()).signOut(now());
    }

    /** For showing who did something; ids that nobody has are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        return people.findByIdIn(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private static void keepAnOwner(List<Person> owners, Person leaving) {
        if (owners.size() == 1 && owners.contains(leaving)) {
            throw new LastOwner();
        }
    }

    /** Every column is written back as it was read: so nobody reads to change while another does. */
    private Person locked(UUID id) {
        return people.lock(id).orElseThrow(() -> new NotFound("person"));
    }

    private Person person(UUID id) {
        return people.findById(id).orElseThrow(() -> new NotFound("person"));
    }

    /** As exactly as the database keeps it, so that a session that begins at this moment is not before it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
