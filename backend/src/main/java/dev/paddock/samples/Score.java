package dev.paddock.samples;

import java.time.Instant;

/**
 * What a reward model thinks of a sample. Never shown to annotators.
 *
 * @param rewardModel its name, e.g. {@code helpfulness-bge-small-trained-4-ee487122}
 * @param kind        {@code helpfulness} or {@code safety}
 * @param provider    what it really ran on, e.g. {@code cpu}
 * @param micros      time the scoring took, its share of the batch
 */
public record Score(
        String rewardModel,
        String kind,
        String provider,
        String precision,
        double value,
        long micros,
        Instant scoredAt) {}
