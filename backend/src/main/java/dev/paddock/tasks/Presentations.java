package dev.paddock.tasks;

import dev.paddock.samples.Slot;
import dev.paddock.samples.Turn;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has before them: which of the two samples stands on the left, for each anew (I5), and under which guideline (I4). */
@Component
class Presentations {

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    Presentations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Drawn(Slot leftSlot, Instant shownAt, int guidelineVersion) {}

    /** Draws the sides once; a second draw for the same turn leaves the first. */
    void draw(Task task, UUID turn) {
        jdbc.sql("""
                        insert into presentation (task_id, turn_id, left_slot, guideline_version, shown_at)
                        select :task, :turn, :left, guideline_version, :now from campaign where id = :campaign
                        on conflict do nothing
                        """)
                .param("task", task.id())
                .param("turn", turn)
                .param("campaign", task.campaignId())
                .param("left", random.nextBoolean() ? "a" : "b")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Drawn of(UUID task, UUID turn) {
        return jdbc.sql(
                        "select left_slot, shown_at, guideline_version from presentation where task_id = :task and turn_id = :turn")
                .param("task", task)
                .param("turn", turn)
                .query((row, n) -> new Drawn(
                        "a".equals(row.getString("left_slot")) ? Slot.A : Slot.B,
                        row.getTimestamp("shown_at").toInstant(),
                        row.getInt("guideline_version")))
                .single();
    }

    /** The turn as the person has it before them. */
    Judging judging(Held held, Turn turn, boolean prepared) {
        var drawn = of(held.task().id(), turn.id());
        return new Judging(
                held.task(),
                held.campaign(),
                turn,
                Objects.requireNonNull(turn.sample(drawn.leftSlot())),
                Objects.requireNonNull(turn.sample(drawn.leftSlot().other())),
                shownAt(drawn.shownAt(), turn),
                drawn.guidelineVersion(),
                prepared);
    }

    /** Sides are drawn before the first word is generated, and there is nothing to choose before the last. */
    private static Instant shownAt(Instant drawn, Turn turn) {
        var ready = turn.readyAt();
        return ready == null || ready.isBefore(drawn) ? drawn : ready;
    }
}
