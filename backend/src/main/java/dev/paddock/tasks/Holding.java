package dev.paddock.tasks;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.Turn;
import dev.paddock.samples.TurnState;
import dev.paddock.shared.NotFound;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holding a task, and letting go of it so that no slot is ever lost or filled twice. */
@Component
class Holding {

    private final TaskRepository tasks;
    private final Beginnings beginnings;
    private final Campaigns campaigns;
    private final Conversations conversations;
    private final JdbcClient jdbc;
    private final TaskSettings settings;
    private final Clock clock;

    Holding(
            TaskRepository tasks,
            Beginnings beginnings,
            Campaigns campaigns,
            Conversations conversations,
            JdbcClient jdbc,
            TaskSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.beginnings = beginnings;
        this.campaigns = campaigns;
        this.conversations = conversations;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The caller's task, locked, its lease renewed: whoever asks is at work. A lease past its time still counts until somebody has taken
     * it back.
     */
    Held require(Caller caller, UUID taskId) {
        return requireHeld(caller, lock(caller, taskId));
    }

    /** The caller's task in whatever state, locked until the transaction ends. */
    Task lock(Caller caller, UUID taskId) {
        return tasks.lock(taskId)
                .filter(task -> caller.person().equals(task.personId()))
                .orElseThrow(() -> new NotFound("task"));
    }

    /** @param task locked by this transaction */
    Held requireHeld(Caller caller, Task task) {
        var campaign = campaigns.requireAnnotator(caller, task.campaignId());
        return switch (task.state()) {
            case LEASED -> new Held(renewed(task), campaign);
            // What was saved before the time ran out stands and makes it an answer; the person knows of no end.
            case ANSWERED -> throw task.isCompleted() ? new TaskAlreadyAnswered() : new LeaseLost();
            case SKIPPED, EXPIRED, OPEN -> throw new LeaseLost();
        };
    }

    private Task renewed(Task task) {
        task.renew(leaseEnd());
        return task;
    }

    Instant leaseEnd() {
        return clock.instant().plus(settings.lease());
    }

    /**
     * Ends a lease without completing the conversation. Where comparisons were saved already they stand and the slot counts as
     * answered; otherwise the slot opens again for others.
     */
    void stop(Task task, EndCause cause) {
        stop(task, TaskState.EXPIRED, cause, "");
    }

    /** As {@link #stop}; the person does not get its item again. */
    void skip(Task task, String reason) {
        stop(task, TaskState.SKIPPED, EndCause.SKIPPED, reason);
    }

    private void stop(Task task, TaskState how, EndCause cause, String words) {
        lastTurn(task)
                .filter(turn -> turn.state() == TurnState.GENERATING)
                .ifPresent(turn -> conversations.cancel(turn.id()));
        if (task.answeredTurns() > 0) {
            task.end(TaskState.ANSWERED, cause, words, clock.instant());
            return;
        }
        task.end(how, cause, words, clock.instant());
        reopen(task);
    }

    /** Opens the slot of a task that ended without an answer; an opening yet to be written leaves nothing to open. */
    private void reopen(Task task) {
        if (task.itemId() != null) {
            // The unique index on slots wants the old row's new state to be there first.
            tasks.flush();
            tasks.save(beginnings.again(task, task.itemId()));
        }
    }

    /** What was unsent is sent, or the person wants it no more. */
    void forgetDraft(UUID taskId) {
        jdbc.sql("delete from draft where task_id = :task")
                .param("task", taskId)
                .update();
    }

    void flag(Caller caller, Task task, String reason) {
        jdbc.sql("""
                        insert into flag (id, task_id, turn_id, person_id, reason, at)
                        values (:id, :task, :turn, :person, :reason, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("task", task.id())
                .param("turn", lastTurn(task).map(Turn::id).orElse(null), Types.OTHER)
                .param("person", caller.person())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Turn> lastTurn(Task task) {
        return task.conversationId() == null ? Optional.empty() : conversations.lastTurn(task.conversationId());
    }
}
