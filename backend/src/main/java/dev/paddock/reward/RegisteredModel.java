package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.time.Instant;

/**
 * A row of the table of reward models. Bundles are immutable; only the state of a row changes.
 *
 * @param folder of the bundle, by its name below the folder of reward models
 * @param sha256 of the bundle
 */
public record RegisteredModel(
        String name, ModelKind kind, ModelState state, String folder, String sha256, Instant createdAt) {}
