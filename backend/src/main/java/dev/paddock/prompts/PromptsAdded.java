package dev.paddock.prompts;

import java.util.UUID;

/** New prompts are in a campaign; told within the transaction that added them, once a batch. */
public record PromptsAdded(UUID campaign) {}
