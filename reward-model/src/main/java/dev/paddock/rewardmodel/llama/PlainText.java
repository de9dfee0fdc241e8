package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The bare messages, a line break between them: for models that were never taught to chat and just go on with a text. */
public record PlainText() implements PromptFormat {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Prompt prompt(List<Message> conversation) {
        PromptFormat.check(conversation);
        return told(conversation);
    }

    @Override
    public Prompt answered(List<Message> conversation) {
        PromptFormat.check(conversation.subList(0, conversation.size() - 1));
        return told(conversation);
    }

    private static Prompt told(List<Message> conversation) {
        var text = conversation.stream().map(Message::content).collect(Collectors.joining("\n"));
        return new Prompt.Writer().text(text).finish();
    }

    @Override
    public Set<String> ends() {
        return Set.of();
    }
}
