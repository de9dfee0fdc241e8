package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a pair is to answer: the conversation up to the user's latest message, without its system text, which stands apart. */
record Question(UUID campaignId, UUID conversationId, String systemText, List<Message> messages) {

    Question {
        messages = List.copyOf(messages);
    }

    /** A variant's own system prompt comes before the conversation's, in one system message. */
    List<Message> under(String systemPrompt) {
        var all = new ArrayList<Message>();
        var system = (systemPrompt.strip() + "\n\n" + systemText.strip()).strip();
        if (!system.isEmpty()) {
            all.add(Message.system(system));
        }
        all.addAll(messages);
        return all;
    }
}
