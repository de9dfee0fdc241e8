package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.OnInsert;
import dev.paddock.rewardmodel.Progress;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of a candidate that was never registered there are no scores either. */
class NothingStaysTest extends MeasuredWorld {

    @Autowired
    TrainingWork work;

    @SuppressWarnings("NullAway.Init")
    Training training;

    @BeforeEach
    void begin() {
        serves(String::length);
        training = start();
    }

    private void run(Progress progress, Runnable together) throws Exception {
        work.run(training, progress, _ -> together.run());
    }

    private int scores() {
        return jdbc.sql("select count(*) from score where reward_model like ?")
                .param("helpfulness-bge-small-trained-" + training.number() + "-%")
                .query(Integer.class)
                .single();
    }

    @Test
    void whereItIsCancelledAmongItsHeldOutAnswers() {
        assertThatThrownBy(() -> run(
                        (phase, done, _) -> {
                            if (phase.equals("scoring held-out answers") && done > 1) {
                                throw new CancellationException();
                            }
                        },
                        () -> {}))
                .isInstanceOf(CancellationException.class);

        assertThat(scores()).isZero();
    }

    @Test
    void whereItIsCancelledAsItIsToBeKept() {
        assertThatThrownBy(() -> run(Progress.NONE, () -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(scores()).isZero();
        assertThat(rewards.registered()).isEmpty();
    }

    @Test
    void whereItCannotBeRegistered() {
        try (var _ = new OnInsert(jdbc, "reward_model", "raise exception 'no room';")) {
            assertThatThrownBy(() -> run(Progress.NONE, () -> {})).hasMessageContaining("no room");
        }

        assertThat(scores()).isZero();
    }

    @Test
    void andWhereItIsKeptAllAreThere() throws Exception {
        run(Progress.NONE, () -> assertThat(rewards.registered()).hasSize(1));

        assertThat(scores()).isEqualTo(2 * HELD_OUT);
    }
}
