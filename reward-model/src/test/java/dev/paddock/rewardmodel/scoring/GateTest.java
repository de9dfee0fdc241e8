package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Gate gate = new Gate(2);
    private final CountDownLatch inside = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger shut = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void shutsOnlyWhenNobodyIsInside() throws Exception {
        var first = CompletableFuture.supplyAsync(() -> gate.through(this::stay), threads);
        var second = CompletableFuture.supplyAsync(() -> gate.through(this::stay), threads);
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
        var closing = CompletableFuture.runAsync(() -> gate.shut(shut::incrementAndGet), threads);
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(shut).hasValue(0);
        release.countDown();
        closing.get(5, TimeUnit.SECONDS);
        assertThat(first.join() + second.join()).isEqualTo("donedone");
        assertThat(shut).hasValue(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> gate.through(this::stay))
                .withMessageContaining("closed");
    }

    @Test
    void letsNoMoreInThanThereArePlaces() throws Exception {
        var third = new CountDownLatch(1);
        threads.submit(() -> gate.through(this::stay));
        threads.submit(() -> gate.through(this::stay));
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
        threads.submit(() -> gate.through(() -> {
            third.countDown();
            return "in";
        }));
        assertThat(third.await(100, TimeUnit.MILLISECONDS)).isFalse();
        release.countDown();
        assertThat(third.await(5, TimeUnit.SECONDS)).isTrue();
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
