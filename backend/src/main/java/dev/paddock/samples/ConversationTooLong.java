package dev.paddock.samples;

import dev.paddock.shared.Refusal;
import java.util.List;

/** The models have no room for all of it, and none of it is ever cut away silently. */
public final class ConversationTooLong extends Refusal {

    private static final String REASON =
            "With this message the conversation is longer than the models here can take. Write a shorter one, or end the conversation.";

    ConversationTooLong() {
        super(Kind.TOO_LARGE, REASON, List.of(new Fault("text", REASON)));
    }
}
