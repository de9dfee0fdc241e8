package dev.paddock.tasks;

import dev.paddock.campaigns.Campaign;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Prompt;
import dev.paddock.prompts.Prompts;
import dev.paddock.samples.Conversation;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.Turn;
import dev.paddock.samples.TurnState;
import dev.paddock.shared.Conflict;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How the conversation of a task begins: with a prepared pair, with a given prompt, or with the person's own words. */
@Component
class Openings {

    private final TaskRepository tasks;
    private final ItemRepository items;
    private final Queue queue;
    private final Prompts prompts;
    private final Conversations conversations;
    private final Presentations presentations;
    private final Upcoming upcoming;

    Openings(
            TaskRepository tasks,
            ItemRepository items,
            Queue queue,
            Prompts prompts,
            Conversations conversations,
            Presentations presentations,
            Upcoming upcoming) {
        this.tasks = tasks;
        this.items = items;
        this.queue = queue;
        this.prompts = prompts;
        this.conversations = conversations;
        this.presentations = presentations;
        this.upcoming = upcoming;
    }

    /** A task was just leased: show its pair, or send its prompt; where annotators may write, wait for their words. */
    void begin(Campaign campaign, Task task) {
        var pair = item(task).flatMap(Item::pair);
        if (pair.isPresent()) {
            task.converse(pair.get());
            tasks.flush();
            presentations.draw(task, lastTurn(pair.get()).id());
            return;
        }
        if (!campaign.annotatorPrompts()) {
            converse(task, suggestion(task).orElseThrow());
        }
        upcoming.prefetch(campaign.id(), Objects.requireNonNull(task.personId()));
    }

    boolean isLeftOver(Task task) {
        return item(task).map(Item::isLeftOver).orElse(false);
    }

    /** A prepared pair is judged without any model; all else begins with an answer from one. */
    boolean needsGenerating(Task task) {
        return item(task).flatMap(Item::pair).isEmpty();
    }

    /** Whether the task could begin now: a given prompt that is to be sent as it stands may be too long for the models. */
    boolean canBegin(Campaign campaign, Task task) {
        return campaign.annotatorPrompts()
                || suggestion(task)
                        .map(prompt -> conversations.hasRoomFor(campaign.id(), prompt))
                        .orElse(true);
    }

    /** The given prompt, as long as the person has not begun. */
    Optional<Prompt> suggestion(Task task) {
        return item(task).flatMap(Item::prompt).map(prompts::get);
    }

    private Optional<Item> item(Task task) {
        return Optional.ofNullable(task.itemId()).flatMap(items::findById);
    }

    /** The person's first message: the given prompt as it stands, or one of their own, which becomes an item of its own. */
    void open(Caller caller, Task task, NewMessage message) {
        var given = suggestion(task);
        if (given.isPresent()
                && given.get().text().strip().equals(message.text().strip())) {
            converse(task, given.get());
            return;
        }
        var written = prompts.write(
                caller, task.campaignId(), message.text(), message.riskCategory(), message.attackVector());
        if (queue.hasItem(written.id())) {
            throw new Conflict(
                    "Somebody has opened a conversation with these very words already. Vary them, so that the"
                            + " set stays diverse.");
        }
        turnTo(written, task);
        converse(task, written);
    }

    /** The task leaves its given prompt, whose slot goes to the end of the queue, and becomes the one slot of the new item. */
    private void turnTo(Prompt written, Task task) {
        var given = task.itemId() == null ? Optional.<Task>empty() : Optional.of(task.again());
        queue.addWritten(task.campaignId(), written.id());
        task.moveTo(written.id());
        tasks.flush();
        given.ifPresent(tasks::save);
    }

    private void converse(Task task, Prompt prompt) {
        var holder = Objects.requireNonNull(task.personId());
        var prefetched = conversations.claimPrefetched(task.campaignId(), prompt.id(), holder);
        var conversation = prefetched.orElseGet(() -> ask(task, prompt, holder));
        task.converse(conversation.id());
        tasks.flush();
        presentations.draw(task, lastTurn(conversation.id()).id());
    }

    private Conversation ask(Task task, Prompt prompt, UUID holder) {
        var opened = conversations.open(task.campaignId(), prompt, holder);
        conversations.request(opened.id(), prompt.text());
        return opened;
    }

    /** The person is back: what was stopped when they went is generated again. */
    void resume(Task task) {
        if (task.conversationId() != null) {
            var last = lastTurn(task.conversationId());
            if (last.state() == TurnState.CANCELLED) {
                conversations.redraw(last.id());
            }
        }
    }

    private Turn lastTurn(UUID conversation) {
        return conversations.lastTurn(conversation).orElseThrow();
    }
}
