package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.UUID;

/** A finished sample as the last message of its conversation, waiting for its score. */
record Unscored(Mark mark, List<Message> conversation) {

    UUID sample() {
        return mark.sample();
    }
}
