package dev.paddock.web.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Conversations whose last messages are to be scored.
 *
 * @param kind helpfulness or safety
 * @param conversations 1 to 1,000
 */
record ScoreRequest(
        @Schema(implementation = ModelKind.class) @Nullable String kind,
        @Nullable List<@Nullable ScoredDialogue> conversations) {

    /**
     * @param tempting whether the prompt is likely to draw an unsafe answer; only asked where both scores are combined
     * @param messages after an optional system message user and assistant in turn, the assistant last; 200,000 characters in all
     */
    record ScoredDialogue(
            @Nullable List<@Nullable Said> messages,
            @Nullable Boolean tempting) {}

    /** @param role system, user or assistant */
    record Said(
            @Schema(implementation = Role.class) @Nullable String role,
            @Nullable String content) {}

    ModelKind modelKind() {
        return Words.require(ModelKind.class, "kind", kind == null ? "" : kind);
    }

    List<Boolean> tempting() {
        return Objects.requireNonNullElse(conversations, List.<@Nullable ScoredDialogue>of()).stream()
                .map(dialogue -> dialogue != null && Boolean.TRUE.equals(dialogue.tempting()))
                .toList();
    }

    List<List<Message>> messages() {
        if (conversations == null) {
            throw new InvalidInput("conversations", "is missing.");
        }
        var all = new ArrayList<List<Message>>();
        for (var i = 0; i < conversations.size(); i++) {
            all.add(messages("conversations[" + i + "].messages", conversations.get(i)));
        }
        return all;
    }

    private static List<Message> messages(String field, @Nullable ScoredDialogue dialogue) {
        if (dialogue == null || dialogue.messages() == null) {
            throw new InvalidInput(field, "is missing.");
        }
        var messages = new ArrayList<Message>();
        for (var i = 0; i < dialogue.messages().size(); i++) {
            messages.add(message(field + "[" + i + "]", dialogue.messages().get(i)));
        }
        return messages;
    }

    private static Message message(String field, @Nullable Said said) {
        if (said == null || said.content() == null) {
            throw new InvalidInput(field + ".content", "is missing.");
        }
        var role = Words.require(Role.class, field + ".role", said.role() == null ? "" : said.role());
        return new Message(role, said.content());
    }
}
