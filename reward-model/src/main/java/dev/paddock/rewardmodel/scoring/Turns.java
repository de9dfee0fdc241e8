package dev.paddock.rewardmodel.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shape {@code turns}: {@code start}, each message between its role's two texts, {@code end}. Special tokens of the tokenizer that
 * these texts spell out are tokens; the rest is text, and is cut into tokens together with the messages beside it.
 *
 * @param start special tokens, which stay when the beginning of a prompt is cut off; null for none
 * @param end special tokens behind the last answer, which stay when it is cut; null for none
 * @param pair whether the answer's tokens and those behind it have type 1, as in a pair of texts; null for no
 * @param pad the special token that fills up the shorter rows of a batch; null for token 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Turns(
        @Nullable String start,
        Around system,
        Around user,
        Around assistant,
        @Nullable String end,
        @Nullable Boolean pair,
        @Nullable String pad)
        implements ModelCard.Template {

    /** What stands before and after the messages of a role. */
    public record Around(String before, String after) {

        public Around {
            before = Objects.requireNonNullElse(before, "");
            after = Objects.requireNonNullElse(after, "");
        }
    }

    public Turns {
        ModelCard.said(system, "template.system");
        ModelCard.said(user, "template.user");
        ModelCard.said(assistant, "template.assistant");
    }

    Written written(List<Message> conversation, SpecialTokens specials) {
        var text = new Written.Builder();
        conversation.subList(0, conversation.size() - 1).forEach(message -> write(message, text, specials));
        var last = around(conversation.getLast());
        text.pieces(specials.in(last.before()));
        text.answer(unlikeTurns(conversation.getLast(), specials));
        text.pieces(specials.in(last.after()));
        text.pieces(specials.only(end));
        return text.after(specials.only(start));
    }

    private void write(Message message, Written.Builder text, SpecialTokens specials) {
        text.pieces(specials.in(around(message).before()));
        text.text(unlikeTurns(message, specials));
        text.pieces(specials.in(around(message).after()));
    }

    private Around around(Message message) {
        return switch (message.role()) {
            case SYSTEM -> system;
            case USER -> user;
            case ASSISTANT -> assistant;
        };
    }

    /** An answer that spells out the next question and a better answer must not be read as those. */
    private String unlikeTurns(Message message, SpecialTokens specials) {
        return Stream.of(system, user, assistant)
                .flatMap(around -> Stream.of(around.before(), around.after()))
                .flatMap(text -> specials.textsIn(text).map(String::stripTrailing))
                .filter(text -> text.strip().length() > 2)
                .reduce(message.content(), Turns::broken);
    }

    private static String broken(String content, String turn) {
        var first = turn.length() - turn.stripLeading().length() + 1;
        return content.replace(turn, turn.substring(0, first) + " " + turn.substring(first));
    }
}
