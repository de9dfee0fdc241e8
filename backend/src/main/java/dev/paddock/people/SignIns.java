package dev.paddock.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * How people prove by a password who they are, and how long that holds. Not one transaction: a failure must stay counted, and no connection
 * should wait for bcrypt.
 */
@Service
public class SignIns {

    private final PersonRepository people;
    private final Passwords passwords;
    private final Throttle throttle;
    private final FamiliarAddresses addresses;
    private final Clock clock;

    SignIns(PersonRepository people, Passwords passwords, Throttle throttle, FamiliarAddresses addresses, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * @param address where the attempt comes from
     * @throws SignInThrottled after too many failures, without looking at the password
     * @throws SignInFailed    for every other reason
     */
    public Caller signIn(@Nullable String email, @Nullable String password, String address) {
        var account = Email.normalise(email);
        var familiar = addresses.isFamiliar(account, address);
        throttle.begin(Throttle.Kind.ADDRESS, address);
        throttle.begin(Throttle.Kind.ACCOUNT_THERE, account, address);
        if (!familiar) {
            throttle.begin(Throttle.Kind.ACCOUNT, account);
        }

        var found = people.findByEmail(account);
        var right = passwords.matches(password, found.map(Person::passwordHash).orElse(null));
        var person = found.filter(somebody -> right && !somebody.disabled()).orElseThrow(SignInFailed::new);

        throttle.forgive(Throttle.Kind.ACCOUNT_THERE, account, address);
        throttle.forgiveOne(Throttle.Kind.ADDRESS, address);
        if (!familiar) {
            throttle.forgiveOne(Throttle.Kind.ACCOUNT, account);
        }
        addresses.remember(account, address);
        return person.signedIn();
    }

    /** The moment a session begins, to be kept with it and shown again at every request. */
    public Instant sessionBegins() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Who a session belongs to, in today's role; nobody once the person is disabled or signed out everywhere. */
    public Optional<Caller> ofSession(UUID person, Instant began) {
        return people.findById(person)
                .filter(somebody -> somebody.admits(began))
                .map(Person::signedIn);
    }
}
