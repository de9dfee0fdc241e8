package dev.paddock.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link that lets its holder choose a password, once. Only the hash of its secret is kept. */
@Entity
@Table(name = "invitation")
class Invitation {

    static final Duration LIFE = Duration.ofDays(7);

    @Id
    private UUID id;

    private @Nullable UUID personId;
    private String secretHash;
    private @Nullable UUID createdBy;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    /** @param person whose password is to be chosen; null where whoever holds the link becomes the owner */
    Invitation(@Nullable UUID person, @Nullable UUID by, String secret, Instant now) {
        this.id = UUID.randomUUID();
        this.personId = person;
        this.createdBy = by;
        this.secretHash = Secrets.hash(secret);
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    @Nullable
    UUID person() {
        return personId;
    }

    @Nullable
    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean open(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        this.usedAt = now;
    }
}
