package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.shared.JobState;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One step of a training may take longer than the minute after which another process takes it over. */
class SignOfLifeTest extends MeasuredWorld {

    @Autowired
    TrainingTable table;

    private void silentForTwoMinutes() {
        jdbc.sql("update training set alive_at = alive_at - interval '2 minutes'")
                .update();
    }

    private boolean isSilent() {
        return jdbc.sql("select alive_at < clock_timestamp() - interval '1 minute' from training")
                .query(Boolean.class)
                .single();
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

    @Test
    void aScoreThatTakesMinutesDoesNotGiveTheTrainingToAnother() {
        var first = new AtomicBoolean(true);
        var claimed = new AtomicReference<Optional<Training>>();
        serves(answer -> {
            if (first.getAndSet(false)) {
                silentForTwoMinutes();
                waitForASign();
                claimed.set(table.claim("another process"));
            }
            return answer.length();
        });

        var training = trained();

        assertThat(claimed.get()).isEmpty();
        report(training);
    }

    @Test
    void oneThatWasLostIsNotKeptAlive() {
        var first = new AtomicBoolean(true);
        serves(answer -> {
            if (first.getAndSet(false)) {
                silentForTwoMinutes();
                assertThat(table.claim("another process")).isPresent();
                silentForTwoMinutes();
                waitForASign();
            }
            return answer.length();
        });

        var training = trained();

        assertThat(training.state()).isEqualTo(JobState.RUNNING);
        assertThat(isSilent()).isTrue();
        assertThat(table.claim("a third one")).isPresent();
    }

    @Test
    void oneWhoseProcessStopsIsLeftToAnother() throws InterruptedException {
        var asked = start();
        var owner = "stopping";
        assertThat(table.claim(owner)).isPresent();
        silentForTwoMinutes();

        try (var watch = table.whileWorking(asked.id(), owner, () -> false)) {
            Thread.sleep(1_200);
            assertThat(watch.endedIt()).isFalse();
        }

        assertThat(isSilent()).isTrue();
        assertThat(table.claim("another process")).isPresent();
    }
}
