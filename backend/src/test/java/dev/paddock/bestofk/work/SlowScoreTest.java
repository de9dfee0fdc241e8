package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SlowScoreTest extends RunWorld {

    @Test
    void scoresThatTakeMinutesDoNotGiveTheRunToAnother() {
        var first = new AtomicBoolean(true);
        var claimed = new AtomicReference<Optional<BestOfKRun>>();
        rewards.serve(ModelKind.HELPFULNESS, "slow", answer -> {
            if (first.getAndSet(false)) {
                jdbc.sql("update best_of_k_run set alive_at = alive_at - interval '2 minutes' where state = 'running'")
                        .update();
                waitForASign();
                claimed.set(claims.claim("another process"));
            }
            return answer.length();
        });

        var run = done(wish(2, 1.0));

        assertThat(claimed.get()).isEmpty();
        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
    }

    @Test
    void aRunIsCancelledWithinSecondsHoweverLongOneScoreTakes() throws InterruptedException {
        var begun = new CountDownLatch(1);
        rewards.serve(ModelKind.HELPFULNESS, "slow", _ -> {
            begun.countDown();
            return forAMinute();
        });
        var asked = runs.start(olive, wish(2, 1.0));
        var work = Thread.ofPlatform().start(worker::work);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        runs.cancel(olive, asked.id());

        assertThat(work.join(Duration.ofSeconds(15))).isTrue();
        assertThat(runs.get(olive, asked.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    private static double forAMinute() {
        try {
            TimeUnit.MINUTES.sleep(1);
            return 0;
        } catch (InterruptedException dropped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void waitForASign() {
        try {
            for (var i = 0; i < 100 && isSilent(); i++) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isSilent() {
        return jdbc.sql(
                        "select alive_at < clock_timestamp() - interval '1 minute' from best_of_k_run where state = 'running'")
                .query(Boolean.class)
                .single();
    }
}
