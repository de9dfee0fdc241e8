package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.shared.JobState;
import dev.paddock.shared.JobWorker;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Runs that are cancelled while nobody is there to end them. */
@ExtendWith(OutputCaptureExtension.class)
class GoneOwnersTest extends RunWorld {

    @Test
    void whatIsCancelledJustAfterItsProcessDiedEndsThoughNoWorkerIsFree() throws InterruptedException {
        var run = runs.start(olive, wish(2, 1.0));
        assertThat(claims.claim("dies just then")).isPresent();
        assertThat(runs.cancel(olive, run.id()).state()).isEqualTo(JobState.RUNNING);

        jdbc.sql("update best_of_k_run set alive_at = alive_at - interval '2 minutes' where id = ?")
                .param(run.id())
                .update();

        var patience = Instant.now().plus(Duration.ofSeconds(25));
        while (runs.get(olive, run.id()).isPending() && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }
        var ended = runs.get(olive, run.id());
        assertThat(ended.state()).isEqualTo(JobState.CANCELLED);
        assertThat(ended.endedAt()).isNotNull();
    }

    @Test
    void oneWhoseOwnerIsThereIsLeftToIt() {
        var run = runs.start(olive, wish(2, 1.0));
        assertThat(claims.claim("at work")).isPresent();
        runs.cancel(olive, run.id());

        worker.endCancelled();

        assertThat(runs.get(olive, run.id()).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void whatWasCancelledBeforeTheDatabaseWentAwayHasNotFailed(CapturedOutput output) {
        var run = runs.start(olive, wish(2, 1.0));
        var cut = new JobWorker<BestOfKRun>("is cut off", false, claims) {
            @Override
            protected void run(BestOfKRun job, String owner) {
                runs.cancel(olive, job.id());
                throw new CannotGetJdbcConnectionException("away");
            }
        };

        cut.work();

        assertThat(runs.get(olive, run.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(output).contains("Job " + run.number()).doesNotContain("has failed");
    }
}
