package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.util.List;
import java.util.Locale;

/** A conversation that has no answer at its end to score, or one that the model has no words for. */
public final class NotScorable extends IllegalArgumentException {

    NotScorable(String message) {
        super(message);
    }

    static void unlessScorable(List<Message> conversation) {
        if (conversation.isEmpty()) {
            throw new NotScorable("An empty conversation has no answer to score.");
        }
        var last = conversation.getLast().role();
        if (last != Role.ASSISTANT) {
            throw new NotScorable("The last message must be the assistant's, the one to score; it is the "
                    + last.name().toLowerCase(Locale.ROOT) + "'s.");
        }
    }
}
