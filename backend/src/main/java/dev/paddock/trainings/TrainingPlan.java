package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import java.util.UUID;

/**
 * A campaign's wish that a reward model be trained on it again and again.
 *
 * @param every so many new comparisons
 * @param person who wished it, and in whose name it is done
 */
public record TrainingPlan(UUID campaign, int every, Margin margin, UUID person) {}
