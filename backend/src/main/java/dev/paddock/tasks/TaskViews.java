package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.prompts.Prompt;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.Slot;
import dev.paddock.samples.Turn;
import dev.paddock.samples.TurnState;
import dev.paddock.shared.NotFound;
import dev.paddock.tasks.TaskView.State;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the person sees of their task. */
@Service
@Transactional(readOnly = true)
public class TaskViews {

    private final TaskRepository tasks;
    private final Openings openings;
    private final Presentations presentations;
    private final Campaigns campaigns;
    private final Conversations conversations;

    TaskViews(
            TaskRepository tasks,
            Openings openings,
            Presentations presentations,
            Campaigns campaigns,
            Conversations conversations) {
        this.tasks = tasks;
        this.openings = openings;
        this.presentations = presentations;
        this.campaigns = campaigns;
        this.conversations = conversations;
    }

    /** Also of a task that has ended: its text stays the person's to read. */
    public TaskView view(Caller caller, UUID taskId) {
        var task = requireOwn(caller, taskId);
        var campaign = campaigns.requireAnnotator(caller, task.campaignId());
        var conversation = task.conversationId();
        return conversation == null
                ? unopened(campaign, task)
                : opened(campaign, task, conversations.lastTurn(conversation).orElseThrow());
    }

    /** A turn as the caller saw it when they chose, for a correction; the task may have ended since. */
    public TaskView judged(Caller caller, UUID taskId, UUID turnId) {
        var task = requireOwn(caller, taskId);
        var campaign = campaigns.requireAnnotator(caller, task.campaignId());
        var turn = conversations.turn(turnId);
        var texts = texts(task, turn);
        return new TaskView(
                task.id(),
                campaign.id(),
                State.READY,
                null,
                turn.number(),
                campaign.maxTurns(),
                conversations.messagesUpTo(turnId),
                null,
                texts.left(),
                texts.right(),
                "");
    }

    Task requireOwn(Caller caller, UUID taskId) {
        caller.require(Scope.ANNOTATE);
        return tasks.findById(taskId)
                .filter(each -> caller.person().equals(each.personId()))
                .orElseThrow(() -> new NotFound("task"));
    }

    private TaskView unopened(Campaign campaign, Task task) {
        var suggestion = openings.suggestion(task).map(Prompt::text).orElse(null);
        var state = task.state() == TaskState.LEASED ? State.AWAITING_MESSAGE : State.ENDED;
        return new TaskView(
                task.id(),
                campaign.id(),
                state,
                task.expiresAt(),
                1,
                campaign.maxTurns(),
                List.of(),
                suggestion,
                null,
                null,
                "");
    }

    private TaskView opened(Campaign campaign, Task task, Turn turn) {
        var state = state(task, turn);
        var texts = state == State.READY ? texts(task, turn) : null;
        return new TaskView(
                task.id(),
                campaign.id(),
                state,
                task.expiresAt(),
                state == State.AWAITING_MESSAGE ? turn.number() + 1 : turn.number(),
                campaign.maxTurns(),
                conversations.messages(turn.conversationId()),
                null,
                texts == null ? null : texts.left(),
                texts == null ? null : texts.right(),
                sentence(turn));
    }

    private static State state(Task task, Turn turn) {
        if (task.state() != TaskState.LEASED) {
            return State.ENDED;
        }
        return switch (turn.state()) {
            case GENERATING -> State.GENERATING;
            case FAILED, CANCELLED -> State.FAILED;
            case READY -> task.answeredTurns() < turn.number() ? State.READY : State.AWAITING_MESSAGE;
        };
    }

    private static String sentence(Turn turn) {
        return turn.state() == TurnState.CANCELLED
                ? "The answers were not finished when you left. Have them written again."
                : turn.failure();
    }

    private record Texts(String left, String right) {}

    private Texts texts(Task task, Turn turn) {
        var leftSlot = presentations.of(task.id(), turn.id()).leftSlot();
        return new Texts(text(turn, leftSlot), text(turn, leftSlot.other()));
    }

    private String text(Turn turn, Slot slot) {
        return conversations.sample(Objects.requireNonNull(turn.sample(slot))).text();
    }

    /** The turn being generated for this task, and which of its slots the person sees on the left; null when none is. */
    public @Nullable Streaming streaming(Caller caller, UUID taskId) {
        var task = requireOwn(caller, taskId);
        campaigns.requireAnnotator(caller, task.campaignId());
        var conversation = task.conversationId();
        if (conversation == null || task.state() != TaskState.LEASED) {
            return null;
        }
        var turn = conversations.lastTurn(conversation).orElseThrow();
        return turn.state() == TurnState.GENERATING
                ? new Streaming(turn.id(), presentations.of(taskId, turn.id()).leftSlot())
                : null;
    }

    public record Streaming(UUID turn, Slot leftSlot) {}
}
