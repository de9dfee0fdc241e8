package dev.paddock.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with an account. Outside this platform they are only ever their {@link #pseudonym}. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    private UUID id;

    private String email;
    private String name;
    private Role role;
    private String pseudonym;
    private @Nullable String passwordHash;
    private @Nullable Instant signedOutAt;
    private @Nullable Instant disabledAt;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(Email email, String name, Role role, Instant now) {
        this.id = UUID.randomUUID();
        this.email = email.address();
        this.name = name;
        this.role = role;
        this.pseudonym = Secrets.pseudonym();
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    /** Random, stable and the only name that leaves with the data: {@code p-7f3a9c01d2}. */
    public String pseudonym() {
        return pseudonym;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean disabled() {
        return disabledAt != null;
    }

    /** False until the invitation was accepted: there is no password to sign in with. */
    public boolean joined() {
        return passwordHash != null;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    boolean admits(Instant sessionBegan) {
        return !disabled() && (signedOutAt == null || !sessionBegan.isBefore(signedOutAt));
    }

    void rename(String name) {
        this.name = name;
    }

    void become(Role role) {
        this.role = role;
    }

    /** Whoever was signed in with the old password is signed out. */
    void choosePassword(String hash, Instant now) {
        this.passwordHash = hash;
        signOut(now);
    }

    void signOut(Instant now) {
        this.signedOutAt = now;
    }

    void disable(Instant now) {
        this.disabledAt = now;
        signOut(now);
    }

    void enable() {
        this.disabledAt = null;
    }

    Caller signedIn() {
        return Caller.signedIn(id, name, role);
    }
}
