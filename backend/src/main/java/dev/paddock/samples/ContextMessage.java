package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import jakarta.persistence.Embeddable;

/** A message that came before the first turn and was not produced here. */
@Embeddable
record ContextMessage(String role, String content) {

    Message message() {
        return role.equals("user") ? Message.user(content) : Message.assistant(content);
    }
}
