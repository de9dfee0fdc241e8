package dev.paddock.trainings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this process trains; the same switch as for running reward models, which a training is measured against
 * @param seed a folder with HH-RLHF files, mixed in while there are few comparisons to train on; empty for none
 */
@ConfigurationProperties("paddock.reward")
record TrainingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String seed) {}
