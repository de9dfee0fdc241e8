package dev.paddock.people;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the first owner comes to be: by a link that only the console shows, or by the operator's settings. There is no default account. */
@Service
@Transactional
@EnableConfigurationProperties(OwnerSettings.class)
public class FirstOwner {

    private final PersonRepository people;
    private final InvitationRepository invitations;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    FirstOwner(
            PersonRepository people,
            InvitationRepository invitations,
            Passwords passwords,
            Tokens tokens,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient sql,
            Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    /** A new secret while there is no owner; the one before it is void. */
    public Optional<String> link() {
        oneAtATime();
        invitations.voidSetupLinks();
        if (people.existsByRole(Role.OWNER)) {
            return Optional.empty();
        }
        var secret = Secrets.secret();
        invitations.saveAndFlush(new Invitation(null, null, secret, clock.instant()));
        return Optional.of(secret);
    }

    /** @throws LinkVoid when the link is good for nothing any more */
    @Transactional(readOnly = true)
    public void check(String secret) {
        var open = invitations
                .findBySecretHash(Secrets.hash(secret))
                .filter(invitation -> invitation.person() == null && invitation.open(clock.instant()));
        if (open.isEmpty() || people.existsByRole(Role.OWNER)) {
            throw new LinkVoid();
        }
    }

    /** @throws LinkVoid when the link is good for nothing any more */
    public Caller create(String secret, @Nullable String email, @Nullable String name, @Nullable String password) {
        oneAtATime();
        check(secret);
        var owner = owner(Email.of(email), Names.of("name", name), password);
        invitations.voidSetupLinks();
        return owner;
    }

    /** At every start the same: what is there already stays as it is. */
    void createFromSettings(OwnerSettings settings) {
        if (settings.email() == null) {
            return;
        }
        oneAtATime();
        var email = Email.of(settings.email());
        var owner = people.findByEmail(email.address())
                .map(Person::signedIn)
                .orElseGet(() -> owner(email, "Owner", settings.password()));
        if (!owner.isOwner()) {
            throw new OwnerSettingsRefused("PADDOCK_OWNER_EMAIL names somebody who is here as "
                    + owner.role().word() + ". An owner can change that; settings cannot.");
        }
        if (settings.token() != null) {
            tokens.adopt(owner.person(), settings.token());
        }
    }

    private Caller owner(Email email, String name, @Nullable String password) {
        var first = !people.existsByRole(Role.OWNER);
        var person = people.saveAndFlush(new Person(email, name, Role.OWNER, clock.instant()));
        person.choosePassword(passwords.hash(password), clock.instant());
        var owner = people.saveAndFlush(person).signedIn();
        audit.record(owner.person(), "owner-created", email.address(), "");
        if (first) {
            events.publishEvent(new OwnerCreated(owner));
        }
        return owner;
    }

    /** Until the transaction ends: two replicas that start together make one owner. */
    private void oneAtATime() {
        sql.sql("select pg_advisory_xact_lock(hashtext('paddock.first-owner'))")
                .query()
                .singleRow();
    }
}
