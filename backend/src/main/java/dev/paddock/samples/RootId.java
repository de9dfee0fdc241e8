package dev.paddock.samples;

import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.shared.NameBasedId;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The root of a conversation as an id: one for all that begin with the same words, in whichever campaign, export or Paddock. Splits of data
 * sets go by it (I6).
 */
public final class RootId {

    private RootId() {}

    /** @param firstMessage the user's, case and space do not matter */
    public static UUID of(String firstMessage) {
        return NameBasedId.of(Stream.of("root", ConversationRoot.normalised(firstMessage)));
    }
}
