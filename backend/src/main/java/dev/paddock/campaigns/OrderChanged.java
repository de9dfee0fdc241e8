package dev.paddock.campaigns;

import java.util.UUID;

/**
 * A campaign's queue is worked through in another order from here on, or with another share at random; within the same transaction.
 *
 * @param shareBefore in percent
 */
public record OrderChanged(UUID campaign, Order before, int shareBefore, Order after) {}
