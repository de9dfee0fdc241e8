package dev.paddock.tasks;

import dev.paddock.rewardmodel.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the person who holds it may see it: no model, no score, nobody else's answer (I5).
 *
 * @param turn       the turn the person is at, from 1
 * @param messages   the conversation up to the person's last message
 * @param suggestion the given opening, while nothing has been said yet and the person may also write their own
 * @param left       the text of the answer on the left, when READY
 * @param failure    a sentence, when FAILED
 */
public record TaskView(
        UUID id,
        UUID campaign,
        State state,
        @Nullable Instant expires,
        int turn,
        int maxTurns,
        List<Message> messages,
        @Nullable String suggestion,
        @Nullable String left,
        @Nullable String right,
        String failure) {

    public enum State {
        AWAITING_MESSAGE,
        GENERATING,
        READY,
        FAILED,
        ENDED
    }
}
