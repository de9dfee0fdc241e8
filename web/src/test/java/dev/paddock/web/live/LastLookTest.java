package dev.paddock.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A connection that is asked while its answer is written, or its next request read, loses what it reads meanwhile. */
class LastLookTest {

    private final CountDownLatch looking = new CountDownLatch(1);
    private final CountDownLatch looked = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();

    private boolean isClosedSlowly() {
        looks.incrementAndGet();
        looking.countDown();
        await(looked);
        return false;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void workIsOverOnlyAfterALookThatIsUnderWayAndNoneComesLater() throws InterruptedException {
        var request = new MockHttpServletRequest();
        request.setAttribute(Connection.ATTRIBUTE, (Connection) this::isClosedSlowly);
        var worker = Thread.ofPlatform()
                .start(() -> WhileConnected.get(request, () -> {
                    await(looking);
                    return "done";
                }));
        await(looking);

        assertThat(worker.join(Duration.ofMillis(300))).isFalse();
        looked.countDown();
        assertThat(worker.join(Duration.ofSeconds(5))).isTrue();
        var untilThen = looks.get();
        Thread.sleep(600);

        assertThat(looks).hasValue(untilThen);
    }
}
