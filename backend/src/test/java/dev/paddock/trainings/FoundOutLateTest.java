package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.reward.Impostor;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.PutOff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FoundOutLateTest extends MeasuredWorld {

    @Autowired
    TrainingWork work;

    @Test
    void noCandidateIsKeptThatWasMeasuredAgainstAnotherModelThanItsFiguresSay() {
        var another = new Impostor();
        rewards.serve(ModelKind.HELPFULNESS, "for-a-while-another", String::length, another);
        var training = start();

        assertThatThrownBy(() -> work.run(
                        training,
                        (phase, _, _) -> {
                            if (phase.equals("scoring held-out answers")) {
                                another.isFoundOut();
                            }
                        },
                        _ -> {}))
                .isInstanceOf(PutOff.class)
                .hasMessageContaining("begins again, as another model had answered in the place of");
        assertThat(rewards.registered()).isEmpty();
    }
}
