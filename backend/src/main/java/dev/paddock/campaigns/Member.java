package dev.paddock.campaigns;

import java.time.Instant;
import java.util.UUID;

/** A person's part in a campaign. */
public record Member(UUID person, CampaignRole as, Instant addedAt) {}
