package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.llama.Prompt.Mark;
import dev.paddock.rewardmodel.llama.Prompt.Text;
import dev.paddock.rewardmodel.scoring.features.Excerpt;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape {@code segments}, that of the defaults: {@code start}, the prompt's messages, {@code separator}, the answer, {@code separator}.
 * Each message of the prompt is written with its role's prefix, and {@code join} between two. The answer's tokens have type 1.
 */
public record Segments(String start, String separator, String system, String user, String assistant, String join)
        implements ModelCard.Template {

    public Segments {
        ModelCard.said(start, "template.start");
        ModelCard.said(separator, "template.separator");
        ModelCard.said(system, "template.system");
        ModelCard.said(user, "template.user");
        ModelCard.said(assistant, "template.assistant");
        ModelCard.said(join, "template.join");
    }

    Written written(List<Message> conversation) {
        var prompt = conversation.subList(0, conversation.size() - 1).stream()
                .map(message -> prefix(message.role()) + message.content())
                .collect(Collectors.joining(join));
        return new Written(
                List.of(new Mark(start)),
                List.of(new Text(Excerpt.tail(prompt)), new Mark(separator)),
                Excerpt.head(conversation.getLast().content()),
                0,
                List.of(new Mark(separator)));
    }

    private String prefix(Message.Role role) {
        return switch (role) {
            case SYSTEM -> system;
            case USER -> user;
            case ASSISTANT -> assistant;
        };
    }
}
