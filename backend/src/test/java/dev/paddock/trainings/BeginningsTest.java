package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.OnInsert;
import dev.paddock.shared.JobState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A database that breaks a training off whenever it comes to the same point. */
class BeginningsTest extends MeasuredWorld {

    @Autowired
    TrainingTable table;

    private Training afterAMinute(Training training) {
        jdbc.sql("update training set alive_at = alive_at - interval '2 minutes' where state = 'running'")
                .update();
        worker.work();
        return trainings.get(olive, training.id());
    }

    /** As where processes are started anew, or killed. */
    @Test
    void beginningsAreNoBreaks() {
        serves(String::length);
        var training = start();
        for (var process = 0; process < 12; process++) {
            table.claim("process " + process);
            jdbc.sql("update training set alive_at = alive_at - interval '2 minutes' where state = 'running'")
                    .update();
        }
        try (var _ = new OnInsert(jdbc, "reward_model", "raise exception 'disk full' using errcode = '53100';")) {
            worker.work();
        }

        assertThat(trainings.get(olive, training.id()).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void itBeginsAgainSaysWhyAndHasFailedAfterSomeTimes() {
        serves(String::length);
        try (var _ = new OnInsert(jdbc, "reward_model", "raise exception 'disk full' using errcode = '53100';")) {
            var training = trained();
            assertThat(training.state()).as(training.failure()).isEqualTo(JobState.RUNNING);
            assertThat(training.progress().phase()).contains("begins again", "database");

            // As if it had broken off eight times: it may once more.
            jdbc.sql("update training set broken_off = broken_off + 7 where id = ?")
                    .param(training.id())
                    .update();
            training = afterAMinute(training);
            assertThat(training.state()).as(training.failure()).isEqualTo(JobState.RUNNING);

            for (var turn = 0; turn < 3 && training.isPending(); turn++) {
                training = afterAMinute(training);
            }

            assertThat(training.state()).isEqualTo(JobState.FAILED);
            assertThat(training.failure())
                    .contains("database", "The log says more")
                    .doesNotContain("disk", "SQL", "insert");
            assertThat(training.endedAt()).isNotNull();
        }
    }
}
