package dev.paddock.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        try (var _ = new SignsOfLife(PAUSE, () -> true, () -> {
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
    void whereTheJobWasLostItsWorkIsInterruptedAndTheyEnd() throws InterruptedException {
        var signs = new SignsOfLife(PAUSE, () -> true, () -> given.incrementAndGet() < 2);
        assertThatThrownBy(() -> Thread.sleep(10_000)).isInstanceOf(InterruptedException.class);
        Thread.sleep(100);
        signs.close();

        assertThat(given).hasValue(2);
        assertThat(signs.wereLost()).isTrue();
    }

    @Test
    void leaveTheThreadAsItWas() {
        try (var signs = new SignsOfLife(PAUSE, () -> true, () -> false)) {
            while (!signs.wereLost()) {
                Thread.onSpinWait();
            }
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endWhereNobodyWantsTheWorkAnyMore() throws InterruptedException {
        try (var signs = new SignsOfLife(PAUSE, () -> false, () -> given.incrementAndGet() < 0)) {
            Thread.sleep(100);
            assertThat(signs.wereLost()).isFalse();
        }
        assertThat(given).hasValue(0);
    }

    @Test
    void goOnAfterAMomentWithoutTheDatabase() throws InterruptedException {
        var again = new CountDownLatch(2);
        try (var _ = new SignsOfLife(PAUSE, () -> true, () -> {
            again.countDown();
            throw new IllegalStateException("away");
        })) {
            assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
