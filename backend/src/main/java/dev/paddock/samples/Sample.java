package dev.paddock.samples;

import dev.paddock.rewardmodel.Sha256;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** One attempt of a model at answering a turn. Attempts that were not kept stay on record. */
@Entity
public class Sample {

    @Id
    private UUID id;

    private UUID turnId;
    private UUID campaignId;
    private Slot slot;
    private int attempt;
    private SampleState state;
    private String reason = "";
    private String text = "";

    @Embedded
    private Provenance provenance;

    @Embedded
    private Outcome outcome = Outcome.PENDING;

    private boolean prefetched;
    private boolean nearDuplicate;
    private String textSha256 = "";

    @SuppressWarnings("NullAway.Init")
    protected Sample() {}

    private Sample(Turn turn, UUID campaignId, Slot slot, int attempt, Provenance provenance) {
        this.id = UUID.randomUUID();
        this.turnId = turn.id();
        this.campaignId = campaignId;
        this.slot = slot;
        this.attempt = attempt;
        this.state = SampleState.STARTED;
        this.provenance = provenance;
        this.prefetched = turn.prefetched();
    }

    static Sample asked(Turn turn, UUID campaignId, Slot slot, int attempt, Provenance provenance) {
        return new Sample(turn, campaignId, slot, attempt, provenance);
    }

    /** Whatever text there was by then is kept for the record. */
    void end(SampleState state, String reason, String text, Outcome outcome) {
        if (this.state != SampleState.STARTED) {
            throw new IllegalStateException("sample " + id + " has ended already: " + this.state);
        }
        this.state = state;
        this.reason = reason;
        this.text = text;
        this.textSha256 = Sha256.of(text);
        this.outcome = outcome;
    }

    void markNearDuplicate() {
        nearDuplicate = true;
    }

    public UUID id() {
        return id;
    }

    public UUID turnId() {
        return turnId;
    }

    public UUID campaignId() {
        return campaignId;
    }

    public Slot slot() {
        return slot;
    }

    /** Of this slot in its turn, from 1. */
    public int attempt() {
        return attempt;
    }

    public SampleState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    public String text() {
        return text;
    }

    public Provenance provenance() {
        return provenance;
    }

    public Outcome outcome() {
        return outcome;
    }

    public boolean prefetched() {
        return prefetched;
    }

    /** Its pair stayed alike after every resampling. */
    public boolean nearDuplicate() {
        return nearDuplicate;
    }
}
