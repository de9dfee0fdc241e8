package dev.paddock;

import dev.paddock.samples.RootId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people said, planted straight into the schema: for tests of what reads it, which want old times, foreign ids and rows that the verbs
 * would refuse. Each harvest is a campaign of its own.
 */
public final class Harvest {

    public static final OffsetDateTime SHOWN =
            Instant.parse("2026-03-01T09:00:00Z").atOffset(ZoneOffset.UTC);

    private final Rows rows;
    private final Turns turns;
    public final UUID campaign;
    public final String name;
    public final UUID ada;

    public Harvest(JdbcClient jdbc, String track) {
        this.rows = new Rows(jdbc);
        this.campaign = UUID.randomUUID();
        this.turns = new Turns(rows, campaign);
        this.name = "Harvest " + campaign;
        rows.insert(
                "campaign",
                "id, name, track, task, state, judgements_per_item, max_turns, annotator_prompts, ratings, guideline_version,"
                        + " created_at, version",
                campaign,
                name,
                track,
                "comparison",
                "active",
                1,
                5,
                true,
                new String[] {},
                1,
                SHOWN,
                0);
        rows.insert("guideline", "campaign_id, version, markdown, created_at", campaign, 1, "Be fair.", SHOWN);
        rows.insert("round", "campaign_id, number, started_at", campaign, 1, SHOWN);
        ada = person("ada");
    }

    private Harvest(JdbcClient jdbc, Harvest same) {
        this.rows = new Rows(jdbc);
        this.campaign = same.campaign;
        this.turns = new Turns(rows, campaign);
        this.name = same.name;
        this.ada = same.ada;
    }

    /** The same harvest brought in over another connection. */
    public Harvest over(JdbcClient other) {
        return new Harvest(other, this);
    }

    public UUID person(String name) {
        var id = UUID.randomUUID();
        rows.insert(
                "person",
                "id, email, name, role, pseudonym, created_at",
                id,
                name + "@" + id,
                name,
                "annotator",
                name + "-" + id,
                SHOWN);
        return id;
    }

    public void member(UUID person, String role) {
        rows.insert("campaign_member", "campaign_id, person_id, role, added_at", campaign, person, role, SHOWN);
    }

    public UUID prompt(String text, String riskCategory, String attackVector) {
        var id = UUID.randomUUID();
        rows.insert(
                "prompt",
                "id, campaign_id, text, risk_category, attack_vector, origin, fingerprint, created_at",
                id,
                campaign,
                text,
                riskCategory,
                attackVector,
                "imported",
                id.toString().getBytes(),
                SHOWN);
        return id;
    }

    public UUID conversation(@Nullable UUID prompt, String system, @Nullable UUID holder) {
        var id = UUID.randomUUID();
        rows.insert(
                "conversation",
                "id, campaign_id, prompt_id, root_id, system_text, holder_id, created_at",
                id,
                campaign,
                prompt,
                prompt == null ? id : prompt,
                system,
                holder,
                SHOWN);
        return id;
    }

    /** As if it had begun with these words: its root is that of all which did. */
    public void beginsWith(UUID conversation, String words) {
        rows.sql("update conversation set root_id = ? where id = ?")
                .params(RootId.of(words), conversation)
                .update();
    }

    public void context(UUID conversation, int ordinal, String role, String content) {
        rows.insert(
                "conversation_context",
                "conversation_id, ordinal, role, content",
                conversation,
                ordinal,
                role,
                content);
    }

    public record Turn(UUID id, UUID conversation, UUID a, UUID b) {}

    public Turn turn(UUID conversation, int number, String text, String answerA, String answerB) {
        return turns.turn(conversation, number, text, answerA, answerB);
    }

    /** One more answer to a turn, by that adapter and at that time. */
    public UUID sample(UUID turn, String text, String adapter, OffsetDateTime finished) {
        return turns.sample(turn, text, adapter, finished);
    }

    public void wentOnFrom(Turn turn, UUID sample) {
        turns.wentOnFrom(turn, sample);
    }

    public void score(UUID sample, String model, String kind, double value) {
        turns.score(sample, model, kind, value);
    }

    /** What other tests left behind is of no interest to a model that scores all there is. */
    public void scoredSoFar(String model, String kind) {
        rows.sql("""
                        insert into score (sample_id, reward_model, kind, provider, precision, value, micros, scored_at)
                        select id, ?, ?, 'cpu', 'fp32', 0, 0, now() from sample on conflict do nothing
                        """).params(model, kind).update();
    }

    /** Ada chose a over b, for better, with a on the left, after 12.5 seconds; unless told otherwise. */
    public Said said(Turn turn) {
        return new Said(rows, campaign, turn, ada);
    }

    /** Ada flagged it. */
    public void flagged(Turn turn, String reason) {
        rows.insert(
                "flag",
                "id, task_id, turn_id, person_id, reason, at",
                UUID.randomUUID(),
                said(turn).task(),
                turn.id(),
                ada,
                reason,
                SHOWN.plusSeconds(20));
    }

    public void ended(Turn turn, String state, String cause, String skipReason) {
        rows.sql("update task set state = ?, end_cause = ?, skip_reason = ?, ended_at = ? where id = ?")
                .params(
                        state,
                        cause,
                        skipReason,
                        SHOWN.plusSeconds(30),
                        said(turn).task())
                .update();
    }

    /** What was said in all other campaigns so far is no measure of a reward model. */
    public void judgesAlone() {
        rows.sql("update task set chosen_by = 'uncertainty' where campaign_id <> ?")
                .param(campaign)
                .update();
    }

    public long number(UUID comparison) {
        return rows.sql("select number from comparison where id = ?")
                .param(comparison)
                .query(Long.class)
                .single();
    }
}
