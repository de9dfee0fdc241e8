package dev.paddock.rewardmodel.scoring;

/** The shape {@code messages}: a server writes the conversation out by its own chat template, and cuts it. */
public record Messages() implements ModelCard.Template {}
