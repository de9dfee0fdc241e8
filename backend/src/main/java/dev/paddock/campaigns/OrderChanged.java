package dev.paddock.campaigns;

import java.util.UUID;

/** A campaign's queue is worked through in another order from here on; within the same transaction. */
public record OrderChanged(UUID campaign, Order order) {}
