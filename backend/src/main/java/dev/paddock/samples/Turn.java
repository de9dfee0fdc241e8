package dev.paddock.samples;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's message and the pair of samples that answers it. The conversation goes on from the chosen one. */
@Entity
public class Turn {

    @Id
    private UUID id;

    private UUID conversationId;
    private int number;
    private String userText;
    private TurnState state;
    private String failure = "";

    @Column(name = "sample_a")
    private @Nullable UUID sampleA;

    @Column(name = "sample_b")
    private @Nullable UUID sampleB;

    private @Nullable UUID chosenSample;
    private int attempt = 1;
    private String owner = "";
    private @Nullable Instant ownedUntil;
    private boolean prefetched;
    private Instant createdAt;
    private @Nullable Instant readyAt;

    @SuppressWarnings("NullAway.Init")
    protected Turn() {}

    private Turn(UUID conversationId, int number, String userText, TurnState state, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.conversationId = conversationId;
        this.number = number;
        this.userText = userText;
        this.state = state;
        this.createdAt = createdAt;
    }

    /** @param owner the instance that generates it, until {@code ownedUntil} unless it renews */
    static Turn generating(
            UUID conversationId,
            int number,
            String userText,
            boolean prefetched,
            String owner,
            Instant now,
            Instant ownedUntil) {
        var turn = new Turn(conversationId, number, userText, TurnState.GENERATING, now);
        turn.prefetched = prefetched;
        turn.owner = owner;
        turn.ownedUntil = ownedUntil;
        return turn;
    }

    void pair(UUID a, UUID b, Instant now) {
        sampleA = a;
        sampleB = b;
        readyAt = now;
        leave(TurnState.READY);
    }

    void fail(String sentence) {
        failure = sentence;
        leave(TurnState.FAILED);
    }

    void cancel() {
        leave(TurnState.CANCELLED);
    }

    private void leave(TurnState next) {
        state = next;
        owner = "";
        ownedUntil = null;
    }

    /** The whole pair is drawn again, by the given instance. */
    void redraw(String by, Instant until) {
        attempt++;
        state = TurnState.GENERATING;
        failure = "";
        owner = by;
        ownedUntil = until;
    }

    /** Nothing can generate yet: somebody is to look again then. */
    void postpone(Instant until) {
        ownedUntil = until;
    }

    void claimed() {
        prefetched = false;
    }

    void choose(UUID sample) {
        chosenSample = sample;
    }

    boolean isDrawnBy(String instance, int draw) {
        return state == TurnState.GENERATING && owner.equals(instance) && attempt == draw;
    }

    public UUID id() {
        return id;
    }

    public UUID conversationId() {
        return conversationId;
    }

    /** 1, 2, 3 … */
    public int number() {
        return number;
    }

    public String userText() {
        return userText;
    }

    public TurnState state() {
        return state;
    }

    /** A sentence for the person when {@link TurnState#FAILED}, else empty. */
    public String failure() {
        return failure;
    }

    /** The sample to compare in that slot; null until {@link TurnState#READY}. */
    public @Nullable UUID sample(Slot slot) {
        return slot == Slot.A ? sampleA : sampleB;
    }

    public @Nullable UUID chosenSample() {
        return chosenSample;
    }

    /** How often the whole pair was drawn, from 1. */
    public int attempt() {
        return attempt;
    }

    /** Drawn ahead and not yet given to anyone. */
    public boolean prefetched() {
        return prefetched;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant readyAt() {
        return readyAt;
    }
}
