package dev.paddock.tasks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What is to be judged: a prompt to begin from, or a prepared pair. {@link Queue} writes its rows. */
@Entity
@Immutable
class Item {

    @Id
    private UUID id;

    private @Nullable UUID promptId;
    private @Nullable UUID conversationId;
    private boolean leftOver;

    @SuppressWarnings("NullAway.Init")
    protected Item() {}

    UUID id() {
        return id;
    }

    Optional<UUID> prompt() {
        return Optional.ofNullable(promptId);
    }

    /** Its place among all pairs was a gap's doing before: others were taken first as theirs were smaller, or it was taken for it elsewhere. */
    boolean isLeftOver() {
        return leftOver;
    }

    /** The conversation whose one turn is the pair. */
    Optional<UUID> pair() {
        return Optional.ofNullable(conversationId);
    }
}
