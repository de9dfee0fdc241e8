package dev.paddock.trainings;

import dev.paddock.rewardmodel.pairs.SeedPairs;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param seed a folder with HH-RLHF files, mixed in while there are few comparisons to train on; empty for none */
@ConfigurationProperties("paddock.reward")
record TrainingSettings(@DefaultValue("") String seed) {

    /** @throws IllegalArgumentException where the folder is none of such files, naming the setting */
    void requireSeed() {
        if (seed.isEmpty()) {
            return;
        }
        try {
            SeedPairs.require(Path.of(seed));
        } catch (IllegalArgumentException | IOException wrong) {
            throw new IllegalArgumentException("paddock.reward.seed: " + wrong.getMessage(), wrong);
        }
    }
}
