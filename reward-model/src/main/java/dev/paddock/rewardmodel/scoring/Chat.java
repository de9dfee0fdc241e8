package dev.paddock.rewardmodel.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shape {@code chat}: the conversation as a chat model sees it, the answer closed. No token has type 1.
 *
 * @param system the system message of a conversation that has none; null for nothing
 * @param pad the special token that fills up the shorter rows of a batch; null for token 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Chat(
        ChatFormat format,
        @Nullable String system,
        @Nullable String pad) implements ModelCard.Template {

    public Chat {
        ModelCard.said(format, "template.format");
    }

    /** @throws NotScorable where the turns are not in order, for which these formats have no words */
    Written written(List<Message> conversation) {
        var whole = withSystem(conversation);
        var writer = format.format();
        try {
            var asked = writer.prompt(whole.subList(0, whole.size() - 1));
            return Written.of(
                    writer.answered(whole).pieces(),
                    format.opening,
                    asked.content().length());
        } catch (IllegalArgumentException e) {
            throw new NotScorable(e.getMessage() + ".");
        }
    }

    private List<Message> withSystem(List<Message> conversation) {
        if (system == null || conversation.getFirst().role() == Role.SYSTEM) {
            return conversation;
        }
        return Stream.concat(Stream.of(Message.system(system)), conversation.stream())
                .toList();
    }
}
