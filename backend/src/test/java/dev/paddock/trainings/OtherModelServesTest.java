package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.shared.JobState;
import dev.paddock.shared.PutOff;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lead promotes another model while a training measures its candidate against the one that served. */
class OtherModelServesTest extends MeasuredWorld {

    @Autowired
    TrainingWork work;

    @Test
    void theTrainingBeginsAgainAndIsMeasuredAgainstTheOther() {
        var asked = new AtomicInteger();
        serves(answer -> {
            if (asked.incrementAndGet() == 2) {
                rewards.serve(ModelKind.HELPFULNESS, "the-next", String::length);
            }
            return answer.length();
        });

        var training = trained();

        assertThat(training.state()).as(training.failure()).isEqualTo(JobState.WAITING);
        assertThat(training.progress().phase())
                .isEqualTo("begins again, as another model went into service in the place of asked-a-lot");
        jdbc.sql("update training set not_before = null").update();
        worker.work();
        var again = trainings.get(olive, training.id());
        assertThat(report(again).heldOut()).isEqualTo(HELD_OUT);
        assertThat(again.against()).isEqualTo("the-next");
    }

    @Test
    void oneThatServesBeforeAnythingIsComputedIsTakenAtOnce() {
        var asked = new AtomicInteger();
        serves(answer -> {
            if (asked.incrementAndGet() == 1) {
                rewards.serve(ModelKind.HELPFULNESS, "the-next", String::length);
                throw new ScoringBusy();
            }
            return answer.length();
        });

        var training = trained();

        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT);
        assertThat(training.against()).isEqualTo("the-next");
    }

    @Test
    void noCandidateIsKeptWhoseFiguresArePastWhenItIsDone() {
        serves(String::length);
        var training = start();

        assertThatThrownBy(() -> work.run(
                        training,
                        (phase, _, _) -> {
                            if (phase.equals("scoring held-out answers")) {
                                rewards.serve(ModelKind.HELPFULNESS, "the-next", String::length);
                            }
                        },
                        _ -> {}))
                .isInstanceOf(PutOff.class);
        assertThat(rewards.registered()).isEmpty();
    }
}
