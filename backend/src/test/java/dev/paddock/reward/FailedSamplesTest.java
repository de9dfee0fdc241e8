package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FailedSamplesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final FailedSamples failed = new FailedSamples(clock);
    private final UUID sample = UUID.randomUUID();

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void oneThatWasAskedForWhenItsServerWentAwayIsTheFirstAgain() {
        failed.wentAwayOver("model", sample);
        assertThat(failed.of("model")).isEmpty();
    }

    @Test
    void theSecondTimeItWaitsAndThenLongerAndLonger() {
        failed.wentAwayOver("model", sample);
        for (var minutes = 10; minutes <= 80; minutes *= 2) {
            failed.wentAwayOver("model", sample);
            pass(Duration.ofMinutes(minutes - 1));
            assertThat(failed.of("model")).containsExactly(sample);
            assertThat(failed.of("another model")).isEmpty();
            pass(Duration.ofMinutes(2));
            assertThat(failed.of("model")).isEmpty();
        }
        for (var i = 0; i < 100; i++) {
            failed.wentAwayOver("model", sample);
        }
        pass(Duration.ofDays(1));
        assertThat(failed.of("model")).as("at most for a day").isEmpty();
    }

    @Test
    void oneThatIsScoredBeginsAnew() {
        failed.wentAwayOver("model", sample);
        failed.scored("model", sample);
        failed.wentAwayOver("model", sample);
        assertThat(failed.of("model")).isEmpty();
    }

    @Test
    void ofAModelThatIsOpenNoMoreNothingIsKept() {
        failed.wentAwayOver("model", sample);
        failed.wentAwayOver("model", sample);
        assertThat(failed.tellOnce("model", sample)).isTrue();
        assertThat(failed.tellOnce("model", sample)).isFalse();
        failed.keepOnly(Set.of("model"));
        assertThat(failed.of("model")).containsExactly(sample);
        assertThat(failed.tellOnce("model", sample)).isFalse();

        failed.keepOnly(Set.of("another model"));

        assertThat(failed.of("model")).isEmpty();
        assertThat(failed.tellOnce("model", sample)).isTrue();
    }
}
