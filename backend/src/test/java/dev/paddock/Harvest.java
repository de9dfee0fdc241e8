package dev.paddock;

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

    private final JdbcClient jdbc;
    public final UUID campaign;
    public final String name;
    public final UUID ada;
    private int furtherAttempts;

    public Harvest(JdbcClient jdbc, String track) {
        this.jdbc = jdbc;
        this.campaign = UUID.randomUUID();
        this.name = "Harvest " + campaign;
        insert(
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
        insert("guideline", "campaign_id, version, markdown, created_at", campaign, 1, "Be fair.", SHOWN);
        insert("round", "campaign_id, number, started_at", campaign, 1, SHOWN);
        ada = person("ada");
    }

    private Harvest(JdbcClient jdbc, Harvest same) {
        this.jdbc = jdbc;
        this.campaign = same.campaign;
        this.name = same.name;
        this.ada = same.ada;
    }

    /** The same harvest brought in over another connection. */
    public Harvest over(JdbcClient other) {
        return new Harvest(other, this);
    }

    public UUID person(String name) {
        var id = UUID.randomUUID();
        insert(
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
        insert("campaign_member", "campaign_id, person_id, role, added_at", campaign, person, role, SHOWN);
    }

    public UUID prompt(String text, String riskCategory, String attackVector) {
        var id = UUID.randomUUID();
        insert(
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
        insert(
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

    public void context(UUID conversation, int ordinal, String role, String content) {
        insert("conversation_context", "conversation_id, ordinal, role, content", conversation, ordinal, role, content);
    }

    public record Turn(UUID id, UUID conversation, UUID a, UUID b) {}

    public Turn turn(UUID conversation, int number, String text, String answerA, String answerB) {
        var turn = UUID.randomUUID();
        insert(
                "turn",
                "id, conversation_id, number, user_text, state, created_at, ready_at",
                turn,
                conversation,
                number,
                text,
                "ready",
                SHOWN,
                SHOWN);
        var a = sample(turn, "a", answerA, "starter-warm", 0.75, 7L);
        var b = sample(turn, "b", answerB, "starter-cool", 0.25, -8L);
        jdbc.sql("update turn set sample_a = ?, sample_b = ? where id = ?")
                .params(a, b, turn)
                .update();
        return new Turn(turn, conversation, a, b);
    }

    public UUID sample(UUID turn, String slot, String text, String variant, double temperature, long seed) {
        return sample(turn, slot, 1, text, variant, temperature, seed, "embedded", SHOWN.plusSeconds(2));
    }

    /** One more answer to a turn, by that adapter and at that time. */
    public UUID sample(UUID turn, String text, String adapter, OffsetDateTime finished) {
        return sample(turn, "a", 1 + ++furtherAttempts, text, "starter-warm", 1, 7, adapter, finished);
    }

    private UUID sample(
            UUID turn,
            String slot,
            int attempt,
            String text,
            String variant,
            double temperature,
            long seed,
            String adapter,
            OffsetDateTime finished) {
        var id = UUID.randomUUID();
        insert(
                "sample",
                "id, turn_id, campaign_id, slot, attempt, state, text, variant_name, adapter, model_asked, temperature, seed,"
                        + " requested_at, finished_at, prompt_tokens, completion_tokens, finish",
                id,
                turn,
                campaign,
                slot,
                attempt,
                "finished",
                text,
                variant,
                adapter,
                "SmolLM2-135M-Instruct",
                temperature,
                seed,
                SHOWN,
                finished,
                21,
                5,
                "stop");
        return id;
    }

    public void wentOnFrom(Turn turn, UUID sample) {
        jdbc.sql("update turn set chosen_sample = ? where id = ?")
                .params(sample, turn.id())
                .update();
    }

    public void score(UUID sample, String model, String kind, double value) {
        insert(
                "score",
                "sample_id, reward_model, kind, provider, precision, value, micros, scored_at",
                sample,
                model,
                kind,
                "cpu",
                "int8",
                value,
                900,
                SHOWN);
    }

    /** Ada chose a over b, for better, with a on the left, after 12.5 seconds; unless told otherwise. */
    public Said said(Turn turn) {
        return new Said(turn);
    }

    public final class Said {
        private final Turn turn;
        private UUID person = ada;
        private UUID chosen;
        private String degree = "better";
        private @Nullable String safety;
        private @Nullable Integer chosenHelpfulness;
        private @Nullable Integer rejectedHelpfulness;
        private @Nullable Integer chosenSafety;
        private @Nullable Integer rejectedSafety;
        private @Nullable UUID revises;

        private Said(Turn turn) {
            this.turn = turn;
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
            insert(
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

        private UUID task() {
            var known = jdbc.sql("select id from task where conversation_id = ? and person_id = ?")
                    .params(turn.conversation(), person)
                    .query(UUID.class)
                    .optional();
            if (known.isPresent()) {
                return known.get();
            }
            var id = UUID.randomUUID();
            insert(
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

    /** Ada flagged it. */
    public void flagged(Turn turn, String reason) {
        insert(
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
        jdbc.sql("update task set state = ?, end_cause = ?, skip_reason = ?, ended_at = ? where id = ?")
                .params(
                        state,
                        cause,
                        skipReason,
                        SHOWN.plusSeconds(30),
                        said(turn).task())
                .update();
    }

    public long number(UUID comparison) {
        return jdbc.sql("select number from comparison where id = ?")
                .param(comparison)
                .query(Long.class)
                .single();
    }

    private void insert(String table, String columns, @Nullable Object... values) {
        var marks = "?, ".repeat(values.length - 1) + "?";
        var statement = jdbc.sql("insert into " + table + " (" + columns + ") values (" + marks + ")");
        for (var value : values) {
            statement = statement.param(value);
        }
        statement.update();
    }
}
