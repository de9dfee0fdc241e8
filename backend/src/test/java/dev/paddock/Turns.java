package dev.paddock;

import static dev.paddock.Harvest.SHOWN;

import java.time.OffsetDateTime;
import java.util.UUID;

/** The turns of a harvest: two samples for each, what became of them, and further attempts. */
final class Turns {

    private final Rows rows;
    private final UUID campaign;
    private int furtherAttempts;

    Turns(Rows rows, UUID campaign) {
        this.rows = rows;
        this.campaign = campaign;
    }

    Harvest.Turn turn(UUID conversation, int number, String text, String answerA, String answerB) {
        var turn = UUID.randomUUID();
        rows.insert(
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
        rows.sql("update turn set sample_a = ?, sample_b = ? where id = ?")
                .params(a, b, turn)
                .update();
        return new Harvest.Turn(turn, conversation, a, b);
    }

    private UUID sample(UUID turn, String slot, String text, String variant, double temperature, long seed) {
        return sample(turn, slot, 1, text, variant, temperature, seed, "embedded", SHOWN.plusSeconds(2));
    }

    UUID sample(UUID turn, String text, String adapter, OffsetDateTime finished) {
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
        rows.insert(
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

    void wentOnFrom(Harvest.Turn turn, UUID sample) {
        rows.sql("update turn set chosen_sample = ? where id = ?")
                .params(sample, turn.id())
                .update();
    }

    void score(UUID sample, String model, String kind, double value) {
        rows.insert(
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
}
