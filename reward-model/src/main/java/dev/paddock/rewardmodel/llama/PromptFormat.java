package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.util.List;
import java.util.Set;

/** How a model was taught to see a conversation. A format of our own stands for each known chat template. */
public sealed interface PromptFormat permits ChatMl, Llama2Inst, Llama3, PlainText {

    String name();

    /** Ends where the model's answer begins. */
    Prompt prompt(List<Message> conversation);

    /** The same conversation with its last answer, closed as the model was taught to close one; begins with what {@link #prompt} says. */
    Prompt answered(List<Message> conversation);

    /** Marks with which the model ends its answer, beside the end-of-sequence token that its files name. */
    Set<String> ends();

    /** The format that a chat template amounts to. Templates are recognised by their marks, not run. */
    static PromptFormat of(String template) {
        if (template.contains("<|im_start|>")) {
            return ChatMl.of(template);
        }
        if (template.contains("<|start_header_id|>")) {
            return new Llama3();
        }
        return template.contains("[INST]") ? new Llama2Inst() : new PlainText();
    }

    static void check(List<Message> conversation) {
        var first = !conversation.isEmpty() && conversation.getFirst().role() == Role.SYSTEM ? 1 : 0;
        for (var i = first; i < conversation.size(); i++) {
            if (conversation.get(i).role() != ((i - first) % 2 == 0 ? Role.USER : Role.ASSISTANT)) {
                throw new IllegalArgumentException("Message %d is out of turn".formatted(i));
            }
        }
        if ((conversation.size() - first) % 2 == 0) {
            throw new IllegalArgumentException("A conversation to be answered ends with the user's message");
        }
    }
}
