package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.Dropped;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final List<Integer> MANY = IntStream.range(0, 10_000).boxed().toList();

    @Test
    void keepsTheOrder() {
        assertThat(Lanes.map(3, List.of(1, 2, 3, 4, 5), number -> number * number))
                .containsExactly(1, 4, 9, 16, 25);
    }

    @Test
    void computesOnNoVirtualThreadNotEvenASingleThing() {
        var virtual = new CompletableFuture<List<Boolean>>();

        Thread.ofVirtual()
                .start(() -> virtual.complete(
                        Lanes.map(2, List.of("one"), _ -> Thread.currentThread().isVirtual())));

        assertThat(virtual.join()).containsExactly(false);
    }

    @Test
    void whatFailsFailsAsItDid() {
        assertThatThrownBy(() -> Lanes.map(2, MANY, each -> 1 / (each - 7_777)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theRestOfWhatFailedIsNotComputed() {
        var computed = new AtomicInteger();
        var first = new AtomicBoolean(true);
        assertThatThrownBy(() -> Lanes.map(2, MANY, _ -> {
                    if (first.getAndSet(false)) {
                        throw new ArithmeticException();
                    }
                    return sleepy(computed);
                }))
                .isInstanceOf(ArithmeticException.class);
        assertThat(computed.get()).isLessThan(1_000);
    }

    private static int sleepy(AtomicInteger computed) {
        try {
            Thread.sleep(2);
            return computed.incrementAndGet();
        } catch (InterruptedException dropped) {
            throw Dropped.interrupted();
        }
    }

    @Test
    void whoIsDroppedHasTheRestOfHisWorkDropped() throws Exception {
        var turnstile = new Turnstile(2);
        var begun = new CountDownLatch(2);
        var computed = new AtomicInteger();
        var ended = new CompletableFuture<Throwable>();
        var caller = Thread.ofPlatform().start(() -> {
            try {
                Lanes.map(
                        2,
                        MANY,
                        each -> turnstile.through(() -> {
                            begun.countDown();
                            return pause(computed);
                        }));
            } catch (CancellationException dropped) {
                ended.complete(dropped);
            }
        });
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        assertThat(ended.get(5, TimeUnit.SECONDS)).hasMessageContaining("Nobody waits");
        assertThat(computed.get()).isLessThan(1_000);
    }

    /** As a native call does, it hears of no interruption. */
    private static int pause(AtomicInteger computed) {
        var end = System.nanoTime() + 2_000_000;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return computed.incrementAndGet();
    }
}
