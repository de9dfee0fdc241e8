package dev.paddock.people;

import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotFound;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people come in, or come in again after they forgot their password. There is no other way to an account. */
@Service
@Transactional
public class Invitations {

    private final PersonRepository people;
    private final InvitationRepository invitations;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Audit audit;
    private final Clock clock;

    Invitations(
            PersonRepository people,
            InvitationRepository invitations,
            Passwords passwords,
            Throttle throttle,
            Audit audit,
            Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the person; the secret is shown once. */
    public Invited invite(Caller caller, @Nullable String email, @Nullable String name, Role role) {
        Permissions.invite(caller, role);
        var address = Email.of(email);
        var called = Names.of("name", name);
        if (people.findByEmail(address.address()).isPresent()) {
            throw new EmailTaken();
        }
        var person = people.saveAndFlush(new Person(address, called, role, clock.instant()));
        audit.record(caller, "person-invited", person.email(), "as " + role.word());
        return new Invited(person, link(caller, person));
    }

    /** A new link in place of the old: for a lost invitation, and for a forgotten password, which only the owner may reset. */
    public Invited renew(Caller caller, UUID id) {
        var person = inReachOf(caller, id);
        if (person.disabled()) {
            throw new Conflict(person.name() + " is disabled. Enable them first.");
        }
        invitations.voidAllOf(id);
        audit.record(caller, person.joined() ? "password-link-made" : "invitation-renewed", person.email(), "");
        return new Invited(person, link(caller, person));
    }

    public void revoke(Caller caller, UUID id) {
        var person = inReachOf(caller, id);
        if (invitations.voidAllOf(id) > 0) {
            audit.record(caller, "invitation-revoked", person.email(), "");
        }
    }

    /** @throws LinkVoid when the link is good for nothing any more */
    @Transactional(readOnly = true)
    public Person holder(String secret) {
        return invitations
                .findBySecretHash(Secrets.hash(secret))
                .filter(invitation -> invitation.open(clock.instant()))
                .flatMap(this::invited)
                .orElseThrow(LinkVoid::new);
    }

    /**
     * Chooses the password and uses the link up.
     *
     * @param name null to keep the one that is there
     * @throws LinkVoid when the link is good for nothing any more
     */
    public Caller accept(String secret, @Nullable String name, @Nullable String password) {
        var invitation = invitations.lockBySecretHash(Secrets.hash(secret)).orElseThrow(LinkVoid::new);
        if (!invitation.open(clock.instant())) {
            throw new LinkVoid();
        }
        var person = Optional.ofNullable(invitation.person())
                .flatMap(people::lock)
                .filter(somebody -> !somebody.disabled())
                .orElseThrow(LinkVoid::new);
        if (name != null) {
            person.rename(Names.of("name", name));
        }
        var action = person.joined() ? "password-reset" : "invitation-accepted";
        person.choosePassword(passwords.hash(password), clock.instant().truncatedTo(ChronoUnit.MICROS));
        invitation.use(clock.instant());
        throttle.forgiveAccount(person.email());
        audit.record(person.id(), action, person.email(), "");
        return person.signedIn();
    }

    private Optional<Person> invited(Invitation invitation) {
        var id = invitation.person();
        return id == null ? Optional.empty() : people.findById(id).filter(person -> !person.disabled());
    }

    /** A lead may help those who have not come in yet; a link to an account in use would be the account. */
    private Person inReachOf(Caller caller, UUID id) {
        Permissions.readPeople(caller);
        var person = people.findById(id).orElseThrow(() -> new NotFound("person"));
        if (person.joined()) {
            Permissions.administer(caller);
        } else {
            Permissions.invite(caller, person.role());
        }
        return person;
    }

    private String link(Caller caller, Person person) {
        var secret = Secrets.secret();
        invitations.saveAndFlush(new Invitation(person.id(), caller.person(), secret, clock.instant()));
        return secret;
    }
}
