package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.CampaignState;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.Turn;
import dev.paddock.samples.TurnState;
import dev.paddock.shared.Conflict;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the person says to the models: the opening, and a message for each further turn. */
@Service
public class Dialogues {

    private final Holding holding;
    private final Openings openings;
    private final Presentations presentations;
    private final Conversations conversations;

    Dialogues(Holding holding, Openings openings, Presentations presentations, Conversations conversations) {
        this.holding = holding;
        this.openings = openings;
        this.presentations = presentations;
        this.conversations = conversations;
    }

    /** Sends the message; both models begin to answer when the transaction is through. */
    @Transactional
    public void say(Caller caller, UUID taskId, NewMessage message) {
        caller.require(Scope.ANNOTATE);
        var held = holding.require(caller, taskId);
        refuseUnlessActive(held.campaign());
        var task = held.task();
        if (task.conversationId() == null) {
            openings.open(caller, task, message);
        } else {
            goOn(held.campaign(), task, task.conversationId(), message);
        }
        holding.forgetDraft(taskId);
    }

    private static void refuseUnlessActive(Campaign campaign) {
        if (campaign.state() != CampaignState.ACTIVE) {
            throw new Conflict("This campaign is " + campaign.state().word()
                    + ": no new answers are generated. Your text is kept; what you have saved is safe.");
        }
    }

    private void goOn(Campaign campaign, Task task, UUID conversation, NewMessage message) {
        var last = lastTurn(conversation);
        if (last.state() == TurnState.GENERATING) {
            throw new Conflict("The answers to your last message are still being written.");
        }
        if (last.state() != TurnState.READY) {
            throw new Conflict("The last message was not answered. Have it answered again, or end the conversation.");
        }
        if (task.answeredTurns() < last.number()) {
            throw new Conflict("Choose one of the two answers first; the conversation goes on from it.");
        }
        if (last.number() >= campaign.maxTurns()) {
            throw new Conflict("This conversation has reached its " + campaign.maxTurns() + " turns.");
        }
        var turn = conversations.request(conversation, message.text());
        presentations.draw(task, turn.id());
    }

    /** Draws the pair anew after it could not be generated. */
    @Transactional
    public void redraw(Caller caller, UUID taskId) {
        caller.require(Scope.ANNOTATE);
        var held = holding.require(caller, taskId);
        refuseUnlessActive(held.campaign());
        var conversation = held.task().conversationId();
        if (conversation == null || !unanswered(lastTurn(conversation))) {
            throw new Conflict("There is nothing to generate again.");
        }
        conversations.redraw(lastTurn(conversation).id());
        // What was picked on the old pair says nothing of the new one.
        holding.forgetDraft(taskId);
    }

    private static boolean unanswered(Turn turn) {
        return turn.state() == TurnState.FAILED || turn.state() == TurnState.CANCELLED;
    }

    private Turn lastTurn(UUID conversation) {
        return conversations.lastTurn(conversation).orElseThrow();
    }
}
