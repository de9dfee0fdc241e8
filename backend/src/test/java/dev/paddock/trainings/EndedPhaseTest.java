package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.shared.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a job was at is of no interest once somebody has ended it. */
class EndedPhaseTest extends MeasuredWorld {

    private static final String OWNER = "some process";

    @Autowired
    TrainingTable table;

    private void ended(Training run) {
        var found = trainings.get(olive, run.id());
        assertThat(found.state()).isEqualTo(JobState.CANCELLED);
        assertThat(found.progress().phase()).isEmpty();
    }

    @Test
    void isEmptyWhereItWaited() {
        var run = start();
        assertThat(table.claim(OWNER)).isPresent();
        assertThat(table.putBack(run.id(), OWNER, "waiting for the reward model", java.time.Duration.ofSeconds(1)))
                .isTrue();

        trainings.cancel(olive, run.id());

        ended(run);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isEmptyWhereItRan(boolean noticed) {
        var run = start();
        assertThat(table.claim(OWNER)).isPresent();
        assertThat(trainings.cancel(olive, run.id()).progress().phase()).isEqualTo("being cancelled");

        assertThat(noticed ? table.cancelled(run.id(), OWNER) : table.ended(run.id(), OWNER, "broke"))
                .isTrue();

        ended(run);
    }

    @Test
    void isEmptyWhereItsProcessDied() {
        var run = start();
        assertThat(table.claim(OWNER)).isPresent();
        trainings.cancel(olive, run.id());
        jdbc.sql("update training set alive_at = clock_timestamp() - interval '2 minutes'")
                .update();

        table.endCancelled();

        ended(run);
    }

    @Test
    void staysWhereItFailed() {
        var run = start();
        assertThat(table.claim(OWNER)).isPresent();
        assertThat(table.alive(run.id(), OWNER, "learning", 1, 2)).isTrue();

        assertThat(table.ended(run.id(), OWNER, "broke")).isTrue();

        assertThat(trainings.get(olive, run.id()).progress().phase()).isEqualTo("learning");
    }
}
