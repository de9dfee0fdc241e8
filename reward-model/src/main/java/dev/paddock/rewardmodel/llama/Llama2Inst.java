package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code <s>[INST] <<SYS>> … <</SYS>> … [/INST] … </s>}, the format of Llama 2 chat. */
public record Llama2Inst() implements PromptFormat {

    /** These marks are plain text to the vocabulary, so one that a person types has to be made unlike the real one. */
    private static final Pattern TYPED_MARK = Pattern.compile("(\\[/?|<</?)(INST|SYS)(]|>>)");

    @Override
    public String name() {
        return "llama-2";
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
        var prompt = new Prompt.Writer();
        var system = "";
        for (var message : conversation) {
            var content = TYPED_MARK.matcher(message.content()).replaceAll("$1 $2 $3");
            switch (message.role()) {
                case SYSTEM -> system = "<<SYS>>\n%s\n<</SYS>>\n\n".formatted(content);
                case USER -> {
                    prompt.mark("<s>").text("[INST] " + system + content.strip() + " [/INST]");
                    system = "";
                }
                case ASSISTANT -> continueWith(content, prompt);
            }
        }
        return prompt.finish();
    }

    /** An answer belongs to the text of the question before it: the two are cut into tokens as one. */
    private static void continueWith(String answer, Prompt.Writer prompt) {
        prompt.more(" " + answer.strip() + " ").mark("</s>");
    }

    @Override
    public Set<String> ends() {
        return Set.of("</s>");
    }
}
