package dev.paddock.campaigns;

import java.time.Instant;
import java.util.UUID;

/** What people are asked to judge by; each version stays, because each answer names the one it was given under. */
public record Guideline(UUID campaignId, int version, String markdown, Instant createdAt) {}
