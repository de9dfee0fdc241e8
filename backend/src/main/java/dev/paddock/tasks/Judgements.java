package dev.paddock.tasks;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.Turn;
import dev.paddock.samples.TurnState;
import dev.paddock.shared.Conflict;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a judgement needs of its task, in the transaction that saves it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Judgements {

    private final TaskRepository tasks;
    private final Holding holding;
    private final Openings openings;
    private final Presentations presentations;
    private final Campaigns campaigns;
    private final Conversations conversations;
    private final Clock clock;

    Judgements(
            TaskRepository tasks,
            Holding holding,
            Openings openings,
            Presentations presentations,
            Campaigns campaigns,
            Conversations conversations,
            Clock clock) {
        this.tasks = tasks;
        this.holding = holding;
        this.openings = openings;
        this.presentations = presentations;
        this.campaigns = campaigns;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Makes concurrent submits for one task wait for each other. @return the caller's task, whatever state it is in */
    public Task queueUp(Caller caller, UUID taskId) {
        caller.require(Scope.ANNOTATE);
        return holding.lock(caller, taskId);
    }

    /** The pair that waits for the caller's choice. @param queued what {@link #queueUp} gave */
    public Judging require(Caller caller, Task queued) {
        var held = holding.requireHeld(caller, queued);
        var task = held.task();
        var conversation = task.conversationId();
        if (conversation == null) {
            throw new Conflict("There is nothing to choose from yet: write a message first.");
        }
        var turn = conversations.lastTurn(conversation).orElseThrow();
        if (turn.state() != TurnState.READY) {
            throw new Conflict("Both answers have to be there before one can be chosen.");
        }
        if (task.answeredTurns() >= turn.number()) {
            throw new Conflict(
                    "You have chosen on this turn already. Send the next message, or correct what you saved.");
        }
        return judging(held, turn);
    }

    /** The pair of a turn judged before, for a correction. The task may have ended. */
    public Judging again(Caller caller, Task queued, UUID turnId) {
        var campaign = campaigns.requireAnnotator(caller, queued.campaignId());
        return judging(new Held(queued, campaign), conversations.turn(turnId));
    }

    private Judging judging(Held held, Turn turn) {
        return presentations.judging(held, turn, !openings.needsGenerating(held.task()));
    }

    /** @param last the conversation ends here: the slot is answered */
    public void answered(Judging judging, boolean last) {
        var task = judging.task();
        task.answerTurn();
        holding.forgetDraft(task.id());
        if (last) {
            task.end(TaskState.ANSWERED, EndCause.COMPLETED, "", clock.instant());
        }
    }

    public boolean hasEnded(UUID taskId) {
        return tasks.findById(taskId).orElseThrow().state() != TaskState.LEASED;
    }
}
