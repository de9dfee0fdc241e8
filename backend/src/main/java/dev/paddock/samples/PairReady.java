package dev.paddock.samples;

import java.util.UUID;

/** Both answers of a turn are there. Published with the change; listen after the commit. */
public record PairReady(UUID turn, UUID conversation, UUID campaign, UUID sampleA, UUID sampleB) {}
