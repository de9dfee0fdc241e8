package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two answers to the same prompt, of which a person preferred one.
 *
 * @param margin by how much the reward of the chosen answer should at least be higher: 0 for a mere preference
 * @param source the file or campaign it is from
 */
public record PreferencePair(List<Message> prompt, String chosen, String rejected, double margin, String source) {

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

    /**
     * What the whole conversation grew from: its first user message, without regard to case and space. Pairs of one root are so much alike
     * that they must never lie on both sides of a split.
     */
    public String root() {
        return prompt.stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(message -> normalised(message.content()))
                .orElse("");
    }

    /** The root of a conversation that begins with these words. */
    public static String normalised(String firstWords) {
        return firstWords.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }
}
