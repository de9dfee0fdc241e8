package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import dev.paddock.shared.Words;
import jakarta.persistence.Embeddable;

/** A message that came before the first turn and was not produced here. */
@Embeddable
record ContextMessage(String role, String content) {

    static ContextMessage of(Message message) {
        return new ContextMessage(Words.of(message.role()), message.content());
    }

    Message message() {
        return role.equals("user") ? Message.user(content) : Message.assistant(content);
    }
}
