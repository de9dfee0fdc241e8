package dev.paddock.insight;

import dev.paddock.campaigns.Campaign;
import dev.paddock.samples.Conversation;
import java.util.List;

/** One conversation with everything that is known of it. */
public record SeenConversation(Campaign campaign, Conversation conversation, List<SeenTurn> turns) {}
