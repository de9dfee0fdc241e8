package dev.paddock.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StandstillTest {

    private Instant now = Instant.parse("2026-05-01T09:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Standstill standstill = new Standstill(
            clock, new JobSettings(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(5)));

    private void passes(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    @Test
    void isTooLongOnceTheSameIsAwayForMoreThanTenSeconds() {
        standstill.met("away");
        passes(10);
        standstill.met("away");
        assertThat(standstill.isTooLong()).isFalse();

        passes(1);
        standstill.met("still away");

        assertThat(standstill.isTooLong()).isTrue();
        assertThat(standstill.why()).contains("still away");
    }

    @Test
    void silenceBeforeTheFirstFailureIsNoAbsence() {
        passes(15);
        standstill.met("too many requests");
        assertThat(standstill.isTooLong()).isFalse();
        assertThat(standstill.why()).contains("too many requests");

        standstill.over();
        passes(30);
        standstill.met("too many requests");

        assertThat(standstill.isTooLong()).isFalse();
    }

    @Test
    void whatComesBetweenBeginsItAnew() {
        standstill.met("away");
        passes(8);
        standstill.over();
        assertThat(standstill.why()).isEmpty();

        standstill.met("away");
        passes(8);
        standstill.met("away");

        assertThat(standstill.isTooLong()).isFalse();
    }

    @Test
    void tooLongIsForGood() {
        standstill.met("away");
        passes(11);
        standstill.met("away");
        standstill.over();

        assertThat(standstill.isTooLong()).isTrue();
        assertThat(standstill.why()).contains("away");
    }
}
