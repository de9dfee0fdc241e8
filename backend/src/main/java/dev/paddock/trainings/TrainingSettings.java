package dev.paddock.trainings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param seed a folder with HH-RLHF files, mixed in while there are few comparisons to train on; empty for none */
@ConfigurationProperties("paddock.reward")
record TrainingSettings(@DefaultValue("") String seed) {}
