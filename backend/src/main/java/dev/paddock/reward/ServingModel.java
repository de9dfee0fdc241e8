package dev.paddock.reward;

import dev.paddock.rewardmodel.remote.Era;
import dev.paddock.rewardmodel.scoring.ModelKind;

/** The model that serves just now, and the era that it is in. */
public record ServingModel(ModelKind kind, String name, Era era) {}
