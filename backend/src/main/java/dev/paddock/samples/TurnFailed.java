package dev.paddock.samples;

import java.util.UUID;

/**
 * No pair could be had, after drawing it twice. Published with the change; listen after the commit.
 *
 * @param reason a sentence for the person, without names of models
 */
public record TurnFailed(UUID turn, UUID conversation, UUID campaign, String reason) {}
