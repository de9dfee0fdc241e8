package dev.paddock.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksUntilTheWorkIsOver() throws InterruptedException {
        var three = new CountDownLatch(3);
        try (var _ = new Watch(PAUSE, () -> {
            asked.incrementAndGet();
            three.countDown();
            return true;
        })) {
            assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
        }
        Thread.sleep(100);
        var untilThen = asked.get();
        Thread.sleep(100);

        assertThat(asked).hasValue(untilThen);
    }

    @Test
    void workThatIsNotWantedAnyMoreIsInterruptedAndTheAskingEnds() throws InterruptedException {
        var watch = new Watch(PAUSE, () -> asked.incrementAndGet() < 2);
        assertThatThrownBy(() -> Thread.sleep(10_000)).isInstanceOf(InterruptedException.class);
        Thread.sleep(100);
        watch.close();

        assertThat(asked).hasValue(2);
        assertThat(watch.endedIt()).isTrue();
    }

    @Test
    void leavesTheThreadAsItWas() {
        try (var watch = new Watch(PAUSE, () -> false)) {
            while (!watch.endedIt()) {
                Thread.onSpinWait();
            }
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void workThatWasOverBeforeIsNotInterrupted() throws InterruptedException {
        var watch = new Watch(PAUSE, () -> {
            asked.incrementAndGet();
            return false;
        });
        watch.close();
        Thread.sleep(100);

        assertThat(watch.endedIt()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void asksAgainAfterAMomentWithoutAnAnswer() throws InterruptedException {
        var again = new CountDownLatch(2);
        try (var _ = new Watch(PAUSE, () -> {
            again.countDown();
            throw new IllegalStateException("away");
        })) {
            assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
