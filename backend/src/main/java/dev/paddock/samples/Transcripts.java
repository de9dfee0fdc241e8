package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import dev.paddock.shared.NotFound;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads conversations as the messages they amount to. */
@Component
class Transcripts {

    private final EntityManager entities;

    Transcripts(EntityManager entities) {
        this.entities = entities;
    }

    Conversation conversation(UUID id) {
        return Optional.ofNullable(entities.find(Conversation.class, id))
                .orElseThrow(() -> new NotFound("conversation"));
    }

    Turn turn(UUID id) {
        return Optional.ofNullable(entities.find(Turn.class, id)).orElseThrow(() -> new NotFound("turn"));
    }

    Sample sample(UUID id) {
        return Optional.ofNullable(entities.find(Sample.class, id)).orElseThrow(() -> new NotFound("sample"));
    }

    List<Turn> turns(UUID conversation) {
        return entities.createQuery("from Turn where conversationId = :id order by number", Turn.class)
                .setParameter("id", conversation)
                .getResultList();
    }

    Optional<Turn> lastTurn(UUID conversation) {
        var last = entities.createQuery("from Turn where conversationId = :id order by number desc limit 1", Turn.class)
                .setParameter("id", conversation);
        return Optional.ofNullable(last.getSingleResultOrNull());
    }

    List<Turn> firstTurns(Collection<UUID> conversations) {
        return entities.createQuery("from Turn where conversationId in :ids and number = 1", Turn.class)
                .setParameter("ids", conversations)
                .getResultList();
    }

    /** Without the system text; a turn without a choice gives its user message alone. */
    List<Message> messages(Conversation conversation, int upToTurn) {
        var messages = new ArrayList<>(conversation.context());
        for (var turn : turns(conversation.id())) {
            if (turn.number() <= upToTurn) {
                messages.add(Message.user(turn.userText()));
                var chosen = turn.chosenSample();
                if (chosen != null && turn.number() < upToTurn) {
                    messages.add(Message.assistant(sample(chosen).text()));
                }
            }
        }
        return messages;
    }

    Question question(Conversation conversation, List<Message> messages) {
        return new Question(conversation.campaignId(), conversation.id(), conversation.systemText(), messages);
    }

    Question question(Turn turn) {
        var conversation = conversation(turn.conversationId());
        return question(conversation, messages(conversation, turn.number()));
    }
}
