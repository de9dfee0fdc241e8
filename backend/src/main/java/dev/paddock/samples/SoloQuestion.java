package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.UUID;

/**
 * One answer that is wanted of one variant, for nobody who waits.
 *
 * @param revision the variant's; another one does not answer for it
 * @param systemText the conversation's, without the variant's own
 * @param messages what comes after that, a user message last
 * @param seed 0 to 2^31 - 1
 */
public record SoloQuestion(
        UUID variant, int revision, String systemText, List<Message> messages, double temperature, long seed) {

    public SoloQuestion {
        messages = List.copyOf(messages);
    }

    /** No campaign and no conversation stand behind it: only the messages count here. */
    Question question() {
        return new Question(NOBODYS, NOBODYS, systemText, messages);
    }

    private static final UUID NOBODYS = new UUID(0, 0);
}
