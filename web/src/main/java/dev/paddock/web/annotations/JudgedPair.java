package dev.paddock.web.annotations;

import dev.paddock.annotations.Side;
import dev.paddock.rewardmodel.Message;
import dev.paddock.tasks.TaskView;
import java.util.List;
import java.util.Objects;

/** A comparison with what was compared: the conversation up to the pair, and both answers on the sides where they stood. */
record JudgedPair(OwnComparison comparison, int turn, List<JudgedMessage> messages, List<JudgedResponse> responses) {

    record JudgedMessage(Message.Role role, String content) {}

    record JudgedResponse(Side side, String text) {}

    static JudgedPair of(OwnComparison comparison, TaskView judged) {
        return new JudgedPair(
                comparison,
                judged.turn(),
                judged.messages().stream()
                        .map(message -> new JudgedMessage(message.role(), message.content()))
                        .toList(),
                List.of(
                        new JudgedResponse(Side.LEFT, Objects.requireNonNull(judged.left())),
                        new JudgedResponse(Side.RIGHT, Objects.requireNonNull(judged.right()))));
    }
}
