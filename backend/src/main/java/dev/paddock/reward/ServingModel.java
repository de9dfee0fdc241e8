package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;

/**
 * The model that a candidate is measured against.
 *
 * @param era that it was in when the figures were begun: in another one they would be mixed with another model's
 */
public record Rival(ModelKind kind, String name, int era) {}
