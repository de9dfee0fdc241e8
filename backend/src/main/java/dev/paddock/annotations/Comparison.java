package dev.paddock.annotations;

import dev.paddock.tasks.Judging;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One person's choice between the two answers of a turn. Never changed: a correction is a new comparison that revises it (I3). */
@Entity
public class Comparison implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID taskId;
    private UUID turnId;
    private UUID campaignId;
    private UUID personId;
    private @Nullable UUID revises;
    private UUID chosenSample;
    private UUID rejectedSample;
    private UUID leftSample;
    private Degree degree;
    private @Nullable SafetyBin safety;
    private @Nullable Integer chosenHelpfulness;
    private @Nullable Integer rejectedHelpfulness;
    private @Nullable Integer chosenSafety;
    private @Nullable Integer rejectedSafety;
    private String note;
    private boolean imported;
    private int guidelineVersion;
    private int round;
    private Instant shownAt;
    private Instant savedAt;
    private String idempotencyKey;

    @Column(name = "body_sha256")
    private String bodySha256;

    @Generated
    @Column(insertable = false, updatable = false)
    private @Nullable Long number;

    @SuppressWarnings("NullAway.Init")
    protected Comparison() {}

    /**
     * What the judgement is about and under which rules, and when it was saved under which key.
     *
     * @param imported the person did not make it here
     */
    record Circumstances(
            Judging judging,
            UUID person,
            @Nullable UUID revises,
            int guidelineVersion,
            int round,
            Instant savedAt,
            String idempotencyKey,
            String bodySha256,
            boolean imported) {}

    static Comparison of(NewComparison answer, Circumstances at) {
        var comparison = new Comparison();
        comparison.id = UUID.randomUUID();
        comparison.place(answer, at.judging());
        comparison.judge(answer);
        comparison.personId = at.person();
        comparison.revises = at.revises();
        comparison.guidelineVersion = at.guidelineVersion();
        comparison.round = at.round();
        comparison.savedAt = at.savedAt();
        comparison.idempotencyKey = at.idempotencyKey();
        comparison.bodySha256 = at.bodySha256();
        comparison.imported = at.imported();
        return comparison;
    }

    private void place(NewComparison answer, Judging judging) {
        taskId = judging.task().id();
        turnId = judging.turn().id();
        campaignId = judging.task().campaignId();
        leftSample = judging.leftSample();
        chosenSample = answer.chosen() == Side.LEFT ? judging.leftSample() : judging.rightSample();
        rejectedSample = answer.chosen() == Side.LEFT ? judging.rightSample() : judging.leftSample();
        shownAt = judging.shownAt();
    }

    private void judge(NewComparison answer) {
        degree = answer.degree();
        safety = answer.safety();
        chosenHelpfulness = answer.ofChosen().helpfulness();
        rejectedHelpfulness = answer.ofRejected().helpfulness();
        chosenSafety = answer.ofChosen().safety();
        rejectedSafety = answer.ofRejected().safety();
        note = answer.note();
    }

    public UUID id() {
        return id;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Its id is made here, so Spring Data cannot tell by that; the database gives the number. */
    @Override
    public boolean isNew() {
        return number == null;
    }

    /** The number on the receipt. */
    public long number() {
        return java.util.Objects.requireNonNull(number);
    }

    public UUID taskId() {
        return taskId;
    }

    public UUID turnId() {
        return turnId;
    }

    public UUID campaignId() {
        return campaignId;
    }

    public UUID personId() {
        return personId;
    }

    public @Nullable UUID revises() {
        return revises;
    }

    public UUID chosenSample() {
        return chosenSample;
    }

    public Side chosen() {
        return chosenSample.equals(leftSample) ? Side.LEFT : Side.RIGHT;
    }

    public Degree degree() {
        return degree;
    }

    public @Nullable SafetyBin safety() {
        return safety;
    }

    public Ratings ratings(Side side) {
        return side == chosen()
                ? new Ratings(chosenHelpfulness, chosenSafety)
                : new Ratings(rejectedHelpfulness, rejectedSafety);
    }

    public String note() {
        return note;
    }

    /** Said elsewhere, or the correction of something that was: its side and its times tell of no person at work here. */
    public boolean imported() {
        return imported;
    }

    public Instant savedAt() {
        return savedAt;
    }

    String bodySha256() {
        return bodySha256;
    }
}
