package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/** A message that came before the first turn and was not produced here. */
@Embeddable
record ContextMessage(String role, String content) {

    static ContextMessage of(Message message) {
        return new ContextMessage(message.role().name().toLowerCase(Locale.ROOT), message.content());
    }

    Message message() {
        return role.equals("user") ? Message.user(content) : Message.assistant(content);
    }
}
