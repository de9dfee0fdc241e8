package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code <|im_start|>role … <|im_end|>}, the format of SmolLM2 among others.
 *
 * @param system what a conversation without a system message begins with; empty for nothing
 */
public record ChatMl(String system) implements PromptFormat {

    private static final Pattern DEFAULT_SYSTEM =
            Pattern.compile("<\\|im_start\\|>system(?:\n|\\\\n)([^'\"{}]+)<\\|im_end\\|>");

    static ChatMl of(String template) {
        var found = DEFAULT_SYSTEM.matcher(template);
        return new ChatMl(found.find() ? found.group(1).replace("\\n", "\n") : "");
    }

    @Override
    public String name() {
        return "chatml";
    }

    @Override
    public Prompt prompt(List<Message> conversation) {
        PromptFormat.check(conversation);
        return told(conversation).mark("<|im_start|>").text("assistant\n").finish();
    }

    @Override
    public Prompt answered(List<Message> conversation) {
        PromptFormat.check(conversation.subList(0, conversation.size() - 1));
        return told(conversation).finish();
    }

    private Prompt.Writer told(List<Message> conversation) {
        var prompt = new Prompt.Writer();
        if (conversation.getFirst().role() != Role.SYSTEM && !system.isEmpty()) {
            write(Message.system(system), prompt);
        }
        conversation.forEach(message -> write(message, prompt));
        return prompt;
    }

    private static void write(Message message, Prompt.Writer prompt) {
        var role = message.role().name().toLowerCase(Locale.ROOT);
        prompt.mark("<|im_start|>")
                .text(role + "\n" + message.content())
                .mark("<|im_end|>")
                .text("\n");
    }

    @Override
    public Set<String> ends() {
        return Set.of("<|im_end|>");
    }
}
