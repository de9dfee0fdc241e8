package dev.paddock.campaigns;

import java.util.UUID;

/** A campaign changed its state, members, variants or settings; within the same transaction. */
public record CampaignChanged(UUID campaign) {}
