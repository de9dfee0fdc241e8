package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Two answers to the same prompt, of which a person preferred one.
 *
 * @param margin by how much the reward of the chosen answer should at least be higher: 0 for a mere preference
 * @param source the file or campaign it is from
 * @param rejectedPrompt what the rejected answer was an answer to: {@code prompt}, unless it was taken from elsewhere
 */
public record PreferencePair(
        List<Message> prompt,
        String chosen,
        String rejected,
        double margin,
        String source,
        List<Message> rejectedPrompt) {

    public PreferencePair(List<Message> prompt, String chosen, String rejected, double margin, String source) {
        this(prompt, chosen, rejected, margin, source, prompt);
    }

    public List<Message> chosenConversation() {
        return with(chosen);
    }

    public List<Message> rejectedConversation() {
        return with(rejected);
    }

    private List<Message> with(String answer) {
        var conversation = new ArrayList<>(prompt);
        conversation.add(Message.assistant(answer));
        return List.copyOf(conversation);
    }

    /** @see ConversationRoot */
    public String root() {
        return ConversationRoot.of(prompt);
    }

    /** That of the conversation which the rejected answer is from. */
    public String rejectedRoot() {
        return ConversationRoot.of(rejectedPrompt);
    }
}
