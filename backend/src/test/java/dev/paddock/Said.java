package dev.paddock;

import static dev.paddock.Harvest.SHOWN;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody said to a turn, and yet to be saved: a over b, better, with a on the left, after 12.5 seconds; unless told otherwise. */
public final class Said {

    private final Rows rows;
    private final UUID campaign;
    private final Harvest.Turn turn;
    private UUID person;
    private UUID chosen;
    private String degree = "better";
    private @Nullable String safety;
    private @Nullable Integer chosenHelpfulness;
    private @Nullable Integer rejectedHelpfulness;
    private @Nullable Integer chosenSafety;
    private @Nullable Integer rejectedSafety;
    private @Nullable UUID revises;

    Said(Rows rows, UUID campaign, Harvest.Turn turn, UUID person) {
        this.rows = rows;
        this.campaign = campaign;
        this.turn = turn;
        this.person = person;
        this.chosen = turn.a();
    }

    public Said by(UUID other) {
        person = other;
        return this;
    }

    public Said chose(UUID sample) {
        chosen = sample;
        return this;
    }

    public Said degree(String other) {
        degree = other;
        return this;
    }

    public Said safety(String bin, int ofChosen, int ofRejected) {
        safety = bin;
        chosenSafety = ofChosen;
        rejectedSafety = ofRejected;
        return this;
    }

    public Said helpfulness(int ofChosen, int ofRejected) {
        chosenHelpfulness = ofChosen;
        rejectedHelpfulness = ofRejected;
        return this;
    }

    public Said revising(UUID earlier) {
        revises = earlier;
        return this;
    }

    public UUID saved() {
        var id = UUID.randomUUID();
        rows.insert(
                "comparison",
                "id, task_id, turn_id, campaign_id, person_id, revises, chosen_sample, rejected_sample, left_sample, degree,"
                        + " safety, chosen_helpfulness, rejected_helpfulness, chosen_safety, rejected_safety, note, guideline_version,"
                        + " round, shown_at, saved_at, idempotency_key, body_sha256",
                id,
                task(),
                turn.id(),
                campaign,
                person,
                revises,
                chosen,
                chosen.equals(turn.a()) ? turn.b() : turn.a(),
                turn.a(),
                degree,
                safety,
                chosenHelpfulness,
                rejectedHelpfulness,
                chosenSafety,
                rejectedSafety,
                "",
                1,
                1,
                SHOWN,
                SHOWN.plusNanos(12_500_000_000L),
                id.toString(),
                "");
        return id;
    }

    UUID task() {
        var known = rows.sql("select id from task where conversation_id = ? and person_id = ?")
                .params(turn.conversation(), person)
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var id = UUID.randomUUID();
        rows.insert(
                "task",
                "id, campaign_id, slot, state, person_id, conversation_id, ended_at",
                id,
                campaign,
                1,
                "answered",
                person,
                turn.conversation(),
                SHOWN);
        return id;
    }
}
