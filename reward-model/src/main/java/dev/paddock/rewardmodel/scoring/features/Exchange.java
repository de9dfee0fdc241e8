package dev.paddock.rewardmodel.scoring.features;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer with what led to it, split into words once for all features. */
record Exchange(int turns, TextView prompt, TextView question, TextView earlierAnswers, TextView answer) {

    static Exchange of(List<Message> conversation) {
        var before = conversation.subList(0, conversation.size() - 1);
        var question = before.isEmpty() ? "" : before.getLast().content();
        return new Exchange(
                (int) before.stream()
                        .filter(message -> message.role() == Role.USER)
                        .count(),
                TextView.of(Excerpt.tail(join(before, null))),
                TextView.of(Excerpt.tail(question)),
                TextView.of(Excerpt.tail(join(before, Role.ASSISTANT))),
                TextView.of(Excerpt.head(conversation.getLast().content())));
    }

    private static String join(List<Message> messages, @Nullable Role role) {
        return messages.stream()
                .filter(message -> role == null || message.role() == role)
                .map(Message::content)
                .collect(Collectors.joining("\n"));
    }
}
