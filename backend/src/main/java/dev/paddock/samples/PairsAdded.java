package dev.paddock.samples;

import java.util.List;
import java.util.UUID;

/** New prepared pairs are in a campaign; told within the transaction that added them, once a batch. */
public record PairsAdded(UUID campaign, List<UUID> conversations) {}
