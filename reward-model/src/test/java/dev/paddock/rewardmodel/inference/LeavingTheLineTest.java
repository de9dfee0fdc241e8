package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Who is not waited for any more, and the end. */
class LeavingTheLineTest extends DispatcherWorld {

    @Test
    void whoIsInterruptedLeavesTheLineUncomputed() throws Exception {
        first();
        var dropped = caller(21, 22);
        var stays = caller(23);
        dropped.cancel(true);
        while (dispatcher.waiting() > 1) {
            Thread.sleep(1);
        }
        let.release(2);

        assertThat(stays.get()).containsExactly(23.0);
        assertThat(batches).containsExactly(List.of(99), List.of(23));
    }

    @Test
    void aBatchThatNobodyWaitsForAnyMoreEndsAndTheNextIsNotDisturbed() throws Exception {
        var first = first();
        var next = caller(23);

        first.cancel(true);
        begun.acquire();
        let.release();

        assertThat(next.get()).containsExactly(23.0);
    }

    @Test
    void aBatchThatSomebodyWaitsForGoesOn() throws Exception {
        first();
        var leaves = caller(21);
        var stays = caller(22);
        let.release();
        begun.acquire();

        leaves.cancel(true);
        let.release();

        assertThat(stays.get()).containsExactly(22.0);
        assertThat(batches).containsExactly(List.of(99), List.of(21, 22));
    }

    @Test
    void closingWaitsForThoseInTheLineAndRefusesLaterOnes() throws Exception {
        var first = first();
        var second = caller(23);
        var closing = Thread.ofPlatform().start(dispatcher::close);
        assertThat(closing.join(Duration.ofMillis(200))).isFalse();

        let.release(2);
        closing.join();

        assertThat(first.get()).containsExactly(99.0);
        assertThat(second.get()).containsExactly(23.0);
        assertThatIllegalStateException()
                .isThrownBy(() -> dispatcher.scores(List.of(text(1))))
                .withMessageContaining("closed");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("batches of tiny");
    }

    @Test
    void whoIsInterruptedAlreadyIsNotComputed() throws Exception {
        var call = callers.submit(() -> {
            Thread.currentThread().interrupt();
            try {
                dispatcher.scores(List.of(text(1)));
                return "scored";
            } catch (CancellationException dropped) {
                return "dropped";
            }
        });
        assertThat(call.get()).isEqualTo("dropped");
        assertThat(batches).isEmpty();
    }
}
