package dev.paddock.samples;

import dev.paddock.prompts.Prompt;
import dev.paddock.rewardmodel.Message;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** One run of turns on an opening, held by one person; or a prepared pair, which nobody holds and many may judge. */
@Entity
public class Conversation {

    @Id
    private UUID id;

    private UUID campaignId;
    private @Nullable UUID promptId;
    private UUID rootId;
    private String systemText;
    private @Nullable UUID holderId;
    private Instant createdAt;

    // By a select of its own: PostgreSQL locks no outer join.
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "conversation_context", joinColumns = @JoinColumn(name = "conversation_id"))
    @OrderColumn(name = "ordinal")
    private List<ContextMessage> context = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Conversation() {}

    private Conversation(UUID campaignId, UUID rootId, String systemText, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.campaignId = campaignId;
        this.rootId = rootId;
        this.systemText = systemText;
        this.createdAt = createdAt;
    }

    /** @param holder null while it is drawn ahead for nobody yet */
    static Conversation on(UUID campaignId, Prompt prompt, @Nullable UUID holder, Instant now) {
        var conversation = new Conversation(campaignId, RootId.of(prompt.text()), prompt.systemText(), now);
        conversation.promptId = prompt.id();
        conversation.holderId = holder;
        return conversation;
    }

    void claim(UUID holder) {
        holderId = holder;
    }

    public UUID id() {
        return id;
    }

    public UUID campaignId() {
        return campaignId;
    }

    /** Null for a prepared pair. */
    public @Nullable UUID promptId() {
        return promptId;
    }

    /** @see RootId */
    public UUID rootId() {
        return rootId;
    }

    public String systemText() {
        return systemText;
    }

    public @Nullable UUID holderId() {
        return holderId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The messages before the first turn, without the system message. */
    public List<Message> context() {
        return context.stream().map(ContextMessage::message).toList();
    }
}
