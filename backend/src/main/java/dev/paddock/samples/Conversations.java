package dev.paddock.samples;

import dev.paddock.prompts.Prompt;
import dev.paddock.rewardmodel.Message;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Texts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holding conversations with models. Who may is decided by whoever calls: a person reaches a conversation through their task alone. None of
 * what these verbs throw or return for a person names a model.
 */
@Service
@Transactional
public class Conversations {

    private static final int LONGEST_MESSAGE = 20_000;

    private final EntityManager entities;
    private final Transcripts transcripts;
    private final PairPlanner planner;
    private final TurnLog log;
    private final Prefetched prefetched;
    private final Clock clock;

    Conversations(
            EntityManager entities,
            Transcripts transcripts,
            PairPlanner planner,
            TurnLog log,
            Prefetched prefetched,
            Clock clock) {
        this.entities = entities;
        this.transcripts = transcripts;
        this.planner = planner;
        this.log = log;
        this.prefetched = prefetched;
        this.clock = clock;
    }

    /** Without a turn yet: {@link #request} the prompt's text, or the person's own. */
    public Conversation open(UUID campaign, Prompt prompt, UUID holder) {
        var conversation = Conversation.on(campaign, prompt, holder, clock.instant());
        entities.persist(conversation);
        return conversation;
    }

    /** Whether the models that answer now have room for the prompt and an answer. */
    @Transactional(readOnly = true)
    public boolean hasRoomFor(UUID campaign, Prompt prompt) {
        var opened = Conversation.on(campaign, prompt, null, clock.instant());
        return planner.fits(transcripts.question(opened, List.of(Message.user(prompt.text()))));
    }

    /** One whose first turn was drawn ahead, ready or under way; empty when there is none that is still good. */
    public Optional<Conversation> claimPrefetched(UUID campaign, UUID prompt, UUID holder) {
        return prefetched.claim(campaign, prompt, holder);
    }

    /**
     * Adds the user's message and has it answered by two samples, from the moment the transaction is committed.
     *
     * @throws Conflict when the turn before has no choice yet
     * @throws InvalidInput for an empty or too long message
     * @throws ConversationTooLong when the models have no room for all of it
     * @throws NoModelAnswers when nothing can generate now
     */
    public Turn request(UUID conversation, String userText) {
        var held = locked(conversation);
        check(userText);
        var turns = transcripts.turns(conversation);
        if (!turns.isEmpty() && turns.getLast().chosenSample() == null) {
            throw new Conflict("Choose one of the last two answers before you write on.");
        }
        var question = transcripts.question(held, asked(held, turns, userText));
        return log.begin(question, turns.size() + 1, userText, false, planner.plan(question, Set.of()));
    }

    private List<Message> asked(Conversation conversation, List<Turn> turns, String userText) {
        var messages = new ArrayList<>(transcripts.messages(conversation, turns.size() + 1));
        messages.add(Message.user(userText));
        return messages;
    }

    private static void check(String userText) {
        if (userText.isBlank()) {
            throw new InvalidInput("text", "is empty. Write what you want to say.");
        }
        if (userText.length() > LONGEST_MESSAGE) {
            throw new InvalidInput(
                    "text", "has " + userText.length() + " characters; " + LONGEST_MESSAGE + " is the most.");
        }
        Texts.fault(userText).ifPresent(fault -> {
            throw new InvalidInput("text", fault);
        });
    }

    /** Has a turn's pair drawn anew that failed or was cancelled. Of one under way or ready nothing changes. */
    public Turn redraw(UUID turn) {
        var failed = log.lock(turn);
        if (failed.state() == TurnState.GENERATING || failed.state() == TurnState.READY) {
            return failed;
        }
        var question = transcripts.question(failed);
        return log.redraw(failed, question, planner.plan(question, Set.of()));
    }

    /** Ends generating, within a token. Of a turn that is not under way nothing changes. */
    public void cancel(UUID turn) {
        log.cancel(turn);
    }

    /**
     * The conversation goes on from this sample; another may be chosen as long as it has not gone on.
     *
     * @throws Conflict when it has, or the sample is not of the turn's pair
     */
    public void choose(UUID turn, UUID sample) {
        var chosen = log.lock(turn);
        if (chosen.state() != TurnState.READY
                || (!sample.equals(chosen.sample(Slot.A)) && !sample.equals(chosen.sample(Slot.B)))) {
            throw new Conflict("That answer cannot be chosen: it is not one of this turn's two.");
        }
        if (!sample.equals(chosen.chosenSample())
                && transcripts.turns(chosen.conversationId()).size() > chosen.number()) {
            throw new Conflict("The conversation has gone on from the other answer already.");
        }
        chosen.choose(sample);
    }

    /** With the system text; each turn's user message, and the chosen answer where there is one. */
    @Transactional(readOnly = true)
    public List<Message> messages(UUID conversation) {
        var held = transcripts.conversation(conversation);
        return withSystem(held, transcripts.messages(held, Integer.MAX_VALUE));
    }

    /** What the turn's samples answer: all messages up to and with its user message. */
    @Transactional(readOnly = true)
    public List<Message> messagesUpTo(UUID turn) {
        var asked = transcripts.turn(turn);
        var held = transcripts.conversation(asked.conversationId());
        return withSystem(held, transcripts.messages(held, asked.number()));
    }

    private static List<Message> withSystem(Conversation conversation, List<Message> messages) {
        var all = new ArrayList<Message>();
        if (!conversation.systemText().isBlank()) {
            all.add(Message.system(conversation.systemText()));
        }
        all.addAll(messages);
        return List.copyOf(all);
    }

    @Transactional(readOnly = true)
    public Conversation get(UUID conversation) {
        return transcripts.conversation(conversation);
    }

    @Transactional(readOnly = true)
    public Turn turn(UUID turn) {
        return transcripts.turn(turn);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Turn> turns(UUID conversation) {
        return transcripts.turns(conversation);
    }

    @Transactional(readOnly = true)
    public Optional<Turn> lastTurn(UUID conversation) {
        return transcripts.lastTurn(conversation);
    }

    /** The one turn of each of these prepared pairs, by conversation. */
    @Transactional(readOnly = true)
    public Map<UUID, Turn> pairs(Collection<UUID> conversations) {
        return transcripts.firstTurns(conversations).stream()
                .collect(Collectors.toMap(Turn::conversationId, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Sample sample(UUID sample) {
        return transcripts.sample(sample);
    }

    private Conversation locked(UUID conversation) {
        var held = transcripts.conversation(conversation);
        entities.lock(held, LockModeType.PESSIMISTIC_WRITE);
        return held;
    }
}
