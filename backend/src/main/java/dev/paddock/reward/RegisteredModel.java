package dev.paddock.reward;

import java.time.Instant;

/**
 * A row of the table of reward models. Bundles are immutable; only the state of a row changes.
 *
 * @param kind helpfulness or safety
 * @param state candidate, shadow, serving or retired
 * @param folder of the bundle, by its name below the folder of reward models
 * @param sha256 of the bundle
 */
public record RegisteredModel(
        String name, String kind, String state, String folder, String sha256, Instant createdAt) {}
