package dev.paddock.web.insight;

import dev.paddock.insight.SeenConversation;
import dev.paddock.rewardmodel.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One conversation, whole. */
record ConversationView(
        UUID id,
        UUID campaign,
        String campaignName,
        UUID root,
        Instant startedAt,
        String system,
        List<MessageView> context,
        List<TurnView> turns) {

    record MessageView(String role, String content) {

        static MessageView of(Message message) {
            return new MessageView(message.role().name().toLowerCase(java.util.Locale.ROOT), message.content());
        }
    }

    static ConversationView of(SeenConversation seen) {
        return new ConversationView(
                seen.conversation().id(),
                seen.campaign().id(),
                seen.campaign().name(),
                seen.conversation().rootId(),
                seen.conversation().createdAt(),
                seen.conversation().systemText(),
                seen.conversation().context().stream().map(MessageView::of).toList(),
                seen.turns().stream().map(TurnView::of).toList());
    }

    /** What the page is called: the first message, cut. */
    public String title() {
        var opening =
                turns.isEmpty() ? "Conversation" : turns.getFirst().userText().strip();
        return opening.length() <= 90 ? opening : opening.substring(0, opening.offsetByCodePoints(0, 80)) + "…";
    }
}
