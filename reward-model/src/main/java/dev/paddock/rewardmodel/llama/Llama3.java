package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code <|start_header_id|>role<|end_header_id|> … <|eot_id|>}, the format of Llama 3. */
public record Llama3() implements PromptFormat {

    @Override
    public String name() {
        return "llama-3";
    }

    @Override
    public Prompt prompt(List<Message> conversation) {
        PromptFormat.check(conversation);
        var prompt = told(conversation);
        header("assistant", prompt);
        return prompt.text("\n\n").finish();
    }

    @Override
    public Prompt answered(List<Message> conversation) {
        PromptFormat.check(conversation.subList(0, conversation.size() - 1));
        return told(conversation).finish();
    }

    private static Prompt.Writer told(List<Message> conversation) {
        var prompt = new Prompt.Writer().mark("<|begin_of_text|>");
        for (var message : conversation) {
            header(message.role().name().toLowerCase(Locale.ROOT), prompt);
            prompt.text("\n\n" + message.content().strip()).mark("<|eot_id|>");
        }
        return prompt;
    }

    private static void header(String role, Prompt.Writer prompt) {
        prompt.mark("<|start_header_id|>").text(role).mark("<|end_header_id|>");
    }

    @Override
    public Set<String> ends() {
        return Set.of("<|eot_id|>", "<|end_of_text|>", "<|eom_id|>");
    }
}
