package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.paddock.rewardmodel.scoring.ScoringBusy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Turnstile turnstile = new Turnstile(2);
    private final CountDownLatch inside = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger shut = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void shutsOnlyWhenNobodyIsInside() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> turnstile.through(this::stay), threads);
        var second = CompletableFuture.supplyAsync(() -> turnstile.through(this::stay), threads);
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
        var closing = CompletableFuture.runAsync(() -> turnstile.shut(shut::incrementAndGet), threads);
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(shut).hasValue(0);
        release.countDown();
        closing.get(5, TimeUnit.SECONDS);
        assertThat(first.join() + second.join()).isEqualTo("donedone");
        assertThat(shut).hasValue(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> turnstile.through(this::stay))
                .withMessageContaining("closed");
    }

    @Test
    void letsNoMoreInThanThereArePlaces() throws Exception {
        var third = new CountDownLatch(1);
        threads.submit(() -> turnstile.through(this::stay));
        threads.submit(() -> turnstile.through(this::stay));
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
        threads.submit(() -> turnstile.through(() -> {
            third.countDown();
            return "in";
        }));
        assertThat(third.await(100, TimeUnit.MILLISECONDS)).isFalse();
        release.countDown();
        assertThat(third.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoIsDroppedWhileWaitingIsNeverComputed() throws Exception {
        var computed = new AtomicInteger();
        threads.submit(() -> turnstile.through(this::stay));
        threads.submit(() -> turnstile.through(this::stay));
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
        var dropped = threads.submit(() -> turnstile.through(computed::incrementAndGet));
        TimeUnit.MILLISECONDS.sleep(50);
        dropped.cancel(true);
        release.countDown();

        assertThat(turnstile.through(() -> "next")).isEqualTo("next");
        assertThat(computed).hasValue(0);
    }

    @Test
    void refusesWhereTooManyWait() throws Exception {
        threads.submit(() -> turnstile.through(this::stay));
        threads.submit(() -> turnstile.through(this::stay));
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
        var refused = new AtomicInteger();
        var asked = new CountDownLatch(Turnstile.MOST_WAITING + 10);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < Turnstile.MOST_WAITING + 10; i++) {
                callers.submit(() -> {
                    try {
                        asked.countDown();
                        return turnstile.through(() -> "in");
                    } catch (ScoringBusy busy) {
                        refused.incrementAndGet();
                        return "refused";
                    }
                });
            }
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            for (var i = 0; i < 100 && refused.get() < 10; i++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(refused).hasValue(10);
            release.countDown();
        }
        assertThat(turnstile.through(() -> "in")).isEqualTo("in");
    }

    private String stay() {
        inside.countDown();
        try {
            assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "done";
    }
}
