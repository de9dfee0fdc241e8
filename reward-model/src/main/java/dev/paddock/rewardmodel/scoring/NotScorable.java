package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.util.List;
import java.util.Locale;

/**
 * A conversation that has no answer at its end to score, one that the model has no words for, or one that it gives no score: it is too long
 * for the server that it is on, or what comes out is no number. It is so whenever it is asked again.
 */
public final class NotScorable extends IllegalArgumentException {

    private final transient List<Message> conversation;

    public NotScorable(String message) {
        this(message, List.of());
    }

    public NotScorable(String message, List<Message> conversation) {
        super(message);
        this.conversation = conversation;
    }

    /** The one of those that were sent together; empty where it is not known. */
    public List<Message> conversation() {
        return conversation;
    }

    public static void unlessScorable(List<Message> conversation) {
        if (conversation.isEmpty()) {
            throw new NotScorable("An empty conversation has no answer to score.");
        }
        var last = conversation.getLast().role();
        if (last != Role.ASSISTANT) {
            throw new NotScorable(
                    "The last message must be the assistant's, the one to score; it is the "
                            + last.name().toLowerCase(Locale.ROOT) + "'s.",
                    conversation);
        }
    }
}
