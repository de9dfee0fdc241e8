package dev.paddock.prompts;

import java.util.List;
import java.util.UUID;

/**
 * New prompts to be handed out are in a campaign; told within the transaction that added them, once a batch. What annotators write is
 * theirs, and not told of.
 */
public record PromptsAdded(UUID campaign, List<UUID> prompts) {}
