package dev.paddock.rewardmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model holds native memory, which nobody gives back but whoever has it. */
class ModelLoadingTest {

    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    final AtomicInteger opened = new AtomicInteger();
    final CountDownLatch closed = new CountDownLatch(1);

    private AutoCloseable opening() throws InterruptedException {
        begun.countDown();
        assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
        opened.incrementAndGet();
        return closed::countDown;
    }

    private AutoCloseable atOnce() {
        opened.incrementAndGet();
        return closed::countDown;
    }

    @AfterEach
    void goOn() {
        goOn.countDown();
    }

    @Test
    void oneThatIsOpenOnceNobodyWaitsAnyMoreIsClosed() throws Exception {
        var waiting = new CompletableFuture<Throwable>();
        var thread = Thread.ofPlatform().start(() -> waiting.complete(interrupted(this::opening)));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        goOn.countDown();

        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneThatHasNotBegunIsNotOpened() throws Exception {
        ModelLoading.later(() -> {
            begun.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ModelLoading.now(this::atOnce)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).as("stays interrupted").isTrue();
        goOn.countDown();
        ModelLoading.await();

        assertThat(opened).hasValue(0);
    }

    @Test
    void whoeverWaitedHasItOpen() throws Exception {
        try (var _ = ModelLoading.now(this::atOnce)) {
            assertThat(closed.getCount()).isOne();
        }
        assertThat(closed.getCount()).isZero();
    }

    @Test
    void whatItThrewIsTold() {
        assertThatThrownBy(() -> ModelLoading.now(() -> {
                    throw new IllegalStateException("no model");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no model");
    }

    private static Throwable interrupted(Callable<AutoCloseable> opening) {
        try {
            ModelLoading.now(opening);
            return new AssertionError("was not interrupted");
        } catch (Exception e) {
            return e;
        }
    }
}
