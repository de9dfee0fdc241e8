package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.scoring.ModelKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers take many at once, and so do the cores of a machine. */
class HandfulsTest extends MeasuredWorld {

    private static final int MORE = 10;

    @BeforeEach
    void moreAreHeldOut() {
        JudgesTest.heldOut("And what of that? ", MORE).forEach(this::compare);
    }

    @Test
    void theModelThatServesIsAskedForSixteen() {
        serves(String::length);

        var training = trained();

        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT + MORE);
        assertThat(rewards.asked(ModelKind.HELPFULNESS))
                .as("one at once, to know that it is there, and then two for each pair")
                .containsExactly(1, 16, 10);
    }

    @Test
    void oneWhoseServerHasNoTimeForSoManyIsAskedForOneAtATime() {
        rewards.serveSlow(ModelKind.HELPFULNESS, "slow");

        var training = trained();

        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT + MORE);
        assertThat(rewards.asked(ModelKind.HELPFULNESS))
                .startsWith(1, 16, 1)
                .containsOnlyOnce(16)
                .doesNotContain(10);
    }
}
