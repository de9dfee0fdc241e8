package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.util.List;
import java.util.Locale;

/**
 * What a whole conversation grew from: its first user message, without regard to case and space. Pairs of one root are so much alike that
 * they must never lie on both sides of a split.
 */
public final class ConversationRoot {

    private ConversationRoot() {}

    public static String of(List<Message> conversation) {
        return conversation.stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(message -> normalised(message.content()))
                .orElse("");
    }

    /** The root of a conversation whose first user message this is. */
    public static String normalised(String firstWords) {
        return firstWords.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }
}
