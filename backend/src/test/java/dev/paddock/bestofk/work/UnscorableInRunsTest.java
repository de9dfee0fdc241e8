package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.RankedSample;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnscorableInRunsTest extends RunWorld {

    private void pickyAbout(String word) {
        rewards.serve(ModelKind.HELPFULNESS, "picky", answer -> {
            if (answer.contains(word)) {
                throw new IllegalStateException("it bites");
            }
            return answer.length() / 50.0;
        });
    }

    @Test
    void theyAreCountedAndSayWhy() {
        pickyAbout("river");

        var run = done(wish(10, 1.0));

        var without =
                samples(run).stream().filter(sample -> sample.rank() == null).toList();
        assertThat(without)
                .isNotEmpty()
                .allMatch(RankedSample::finished)
                .allSatisfy(sample -> assertThat(sample.reason()).contains("no score from picky", "it bites"));
        assertThat(runs.failures(olive, run.id())).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).contains("no score from picky", "it bites");
            assertThat(failure.samples()).isEqualTo(without.size());
        });
    }

    @Test
    void ofNoneWithAScoreTheRunSaysWhy() {
        pickyAbout("the ");

        var run = done(wish(3, 1.0));

        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.failure()).contains("None of its samples could be ranked", "it bites");
    }

    @Test
    void aModelThatFailsForAllIsWaitedFor() {
        var asked = new AtomicInteger();
        rewards.serve(ModelKind.HELPFULNESS, "moody", answer -> {
            if (asked.incrementAndGet() <= 6) {
                throw new IllegalStateException("it is not in the mood");
            }
            return answer.length() / 50.0;
        });

        var run = done(wish(10, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(samples(run)).allSatisfy(sample -> assertThat(sample.rank()).isNotNull());
        assertThat(runs.failures(olive, run.id())).isEmpty();
    }

    @Test
    void aTextThatFailsForOnceIsScoredTheSecondTime() {
        var unlucky = new AtomicReference<@Nullable String>();
        var failures = new AtomicInteger();
        rewards.serve(ModelKind.HELPFULNESS, "shaky", answer -> {
            unlucky.compareAndSet(null, answer);
            // Among others, then alone; another one goes well in between.
            if (answer.equals(unlucky.get()) && failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("the device is gone");
            }
            return answer.length() / 50.0;
        });

        var run = done(wish(10, 1.0));

        assertThat(failures).hasValueGreaterThanOrEqualTo(2);
        assertThat(samples(run)).allSatisfy(sample -> assertThat(sample.rank()).isNotNull());
        assertThat(runs.failures(olive, run.id())).isEmpty();
    }

    @Test
    void oneThatIsCancelledWhileItScoresTextByTextEndsWithTheNextText() throws InterruptedException {
        var refused = new AtomicReference<@Nullable String>();
        var scored = new AtomicInteger();
        rewards.serve(ModelKind.HELPFULNESS, "slow-and-picky", answer -> {
            refused.compareAndSet(null, answer);
            if (answer.equals(refused.get())) {
                throw new IllegalStateException("not this one");
            }
            pause();
            return scored.incrementAndGet();
        });
        var asked = runs.start(olive, wish(10, 1.0));
        var work = Thread.ofPlatform().start(worker::work);
        while (scored.get() < 3) {
            Thread.sleep(10);
        }

        runs.cancel(olive, asked.id());

        assertThat(work.join(Duration.ofSeconds(20))).isTrue();
        assertThat(runs.get(olive, asked.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(scored).hasValueLessThanOrEqualTo(6);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
