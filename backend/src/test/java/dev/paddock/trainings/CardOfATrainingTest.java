package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.reward.RewardModels;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CardOfATrainingTest extends MeasuredWorld {

    @Autowired
    RewardModels models;

    @Test
    void namesWhatItLearntFromAndWhatItWasMeasuredAgainst() {
        serves(String::length);
        new BareModels(jdbc).serve("helpfulness", "asked-a-lot");

        var training = trained();

        report(training);
        assertThat(models.card(olive, Objects.requireNonNull(training.model())))
                .contains(
                        "- Campaigns: 1\n",
                        "- Margin: small\n",
                        "- Pairs: 22 comparisons of its own, 0 from elsewhere\n",
                        "- Comparisons chosen at: " + training.createdAt() + "\n",
                        "- Measured against: asked-a-lot, cafe\n");
    }
}
