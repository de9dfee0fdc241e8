package dev.paddock.people;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/**
 * Who plays in the tests: Olive owns, Grace leads, Rita reviews, Ada and Mary annotate. They came in as everybody does, by links and
 * passwords, and are the same in all tests of a database. A test that changes somebody takes a {@link #stranger} instead.
 */
public final class Cast {

    public static final String PASSWORD = "paddock fence by the brook";

    private final PersonRepository people;
    private final FirstOwner firstOwner;
    private final Invitations invitations;
    private final Tokens tokens;

    public Cast(BeanFactory beans) {
        this.people = beans.getBean(PersonRepository.class);
        this.firstOwner = beans.getBean(FirstOwner.class);
        this.invitations = beans.getBean(Invitations.class);
        this.tokens = beans.getBean(Tokens.class);
    }

    public Caller olive() {
        return people.findByEmail("olive@paddock.test").map(Person::signedIn).orElseGet(this::owner);
    }

    public Caller grace() {
        return member("Grace", Role.LEAD);
    }

    public Caller rita() {
        return member("Rita", Role.REVIEWER);
    }

    public Caller ada() {
        return member("Ada", Role.ANNOTATOR);
    }

    public Caller mary() {
        return member("Mary", Role.ANNOTATOR);
    }

    /** Somebody whom no other test knows. */
    public Caller stranger(Role role) {
        return invited("Stranger", "stranger-" + UUID.randomUUID() + "@paddock.test", role);
    }

    public String email(Caller caller) {
        return people.findById(caller.person()).orElseThrow().email();
    }

    /** The secret of a new token with everything the role can use. */
    public String token(Caller caller) {
        return token(caller, caller.role().scopes());
    }

    public String token(Caller caller, Set<Scope> scopes) {
        makeRoom(caller);
        return tokens.issue(olive(), caller.person(), "test", scopes, 1).secret();
    }

    /** All tests of a database have the same cast, and a person may have fifty tokens: those of tests that are over go. */
    private void makeRoom(Caller caller) {
        var held = tokens.list(olive(), caller.person(), null, 100).rows().stream()
                .filter(token -> token.revoked() == null)
                .toList();
        if (held.size() >= 40) {
            held.stream()
                    .filter(token -> token.name().equals("test"))
                    .skip(10)
                    .forEach(token -> tokens.revoke(olive(), caller.person(), token.id()));
        }
    }

    private Caller member(String name, Role role) {
        var email = name.toLowerCase(Locale.ROOT) + "@paddock.test";
        return people.findByEmail(email).map(Person::signedIn).orElseGet(() -> invited(name, email, role));
    }

    private Caller invited(String name, String email, Role role) {
        var invited = invitations.invite(olive(), email, name, role);
        return invitations.accept(invited.secret(), null, PASSWORD);
    }

    private Caller owner() {
        var link = firstOwner.link();
        return link.isPresent() ? firstOwner.create(link.get(), "olive@paddock.test", "Olive", PASSWORD) : another();
    }

    /** A test was here first and made an owner of its own. */
    private Caller another() {
        var any = people.lockOwners().getFirst().signedIn();
        var invited = invitations.invite(any, "olive@paddock.test", "Olive", Role.OWNER);
        return invitations.accept(invited.secret(), null, PASSWORD);
    }
}
