package dev.paddock.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final AtomicInteger given = new AtomicInteger();

    @Test
    void areGivenUntilTheWorkIsOver() throws InterruptedException {
        var three = new CountDownLatch(3);
        try (var _ = new SignsOfLife(PAUSE, () -> {
            given.incrementAndGet();
            three.countDown();
            return true;
        })) {
            assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
        }
        Thread.sleep(100);
        var untilThen = given.get();
        Thread.sleep(100);

        assertThat(given).hasValue(untilThen);
    }

    @Test
    void endWhereTheJobWasLost() throws InterruptedException {
        try (var _ = new SignsOfLife(PAUSE, () -> given.incrementAndGet() < 2)) {
            Thread.sleep(300);
        }

        assertThat(given).hasValue(2);
    }

    @Test
    void goOnAfterAMomentWithoutTheDatabase() throws InterruptedException {
        var again = new CountDownLatch(2);
        try (var _ = new SignsOfLife(PAUSE, () -> {
            again.countDown();
            throw new IllegalStateException("away");
        })) {
            assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
