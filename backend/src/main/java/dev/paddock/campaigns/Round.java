package dev.paddock.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A weekly batch; round 1 opens when the campaign first starts. */
public record Round(int number, Instant startedAt, @Nullable Instant endedAt) {}
