package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.scoring.ModelCard.Template;
import dev.paddock.rewardmodel.scoring.ModelCard.Truncation;
import dev.paddock.rewardmodel.scoring.features.Excerpt;
import java.util.List;
import java.util.stream.Collectors;

/** Lays a conversation out as tokens: the end of a long prompt and the beginning of a long answer, each in its own segment. */
public final class Layout {

    private final Tokenizer tokenizer;
    private final Template template;
    private final Truncation truncation;
    private final long start;
    private final long separator;

    /** @throws IllegalArgumentException where the template's shape or special tokens are not known */
    public Layout(Tokenizer tokenizer, Template template, Truncation truncation) {
        if (!template.shape().equals("segments")) {
            throw new IllegalArgumentException(
                    "template shape '" + template.shape() + "' is not known to this build; it has segments");
        }
        this.tokenizer = tokenizer;
        this.template = template;
        this.truncation = truncation;
        this.start = tokenizer.special(template.start());
        this.separator = tokenizer.special(template.separator());
    }

    public Sequence of(List<Message> conversation) {
        var prompt = tokenizer.ids(Excerpt.tail(written(conversation.subList(0, conversation.size() - 1))));
        var answer = tokenizer.ids(Excerpt.head(conversation.getLast().content()));
        var kept = Math.min(prompt.length, truncation.promptTail());
        var read = Math.min(answer.length, truncation.answerHead());
        var ids = new long[kept + read + 3];
        ids[0] = start;
        System.arraycopy(prompt, prompt.length - kept, ids, 1, kept);
        ids[kept + 1] = separator;
        System.arraycopy(answer, 0, ids, kept + 2, read);
        ids[ids.length - 1] = separator;
        return new Sequence(ids, kept + 2);
    }

    private String written(List<Message> prompt) {
        return prompt.stream()
                .map(message -> prefix(message.role()) + message.content())
                .collect(Collectors.joining(template.join()));
    }

    private String prefix(Message.Role role) {
        return switch (role) {
            case SYSTEM -> template.system();
            case USER -> template.user();
            case ASSISTANT -> template.assistant();
        };
    }
}
