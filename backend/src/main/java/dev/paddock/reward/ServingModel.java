package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;

/**
 * The model that serves just now.
 *
 * @param era that it is in: scores of two eras may be two models'
 */
public record ServingModel(ModelKind kind, String name, int era) {}
