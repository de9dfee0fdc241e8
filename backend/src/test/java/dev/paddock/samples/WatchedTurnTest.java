package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchedTurnTest {

    private static final Duration GRACE = Duration.ofMillis(150);

    private final AtomicInteger abandoned = new AtomicInteger();
    private final LiveTurn turn = new LiveTurn();
    private final WatchedTurn watched = new WatchedTurn(turn, GRACE, abandoned::incrementAndGet);

    @Test
    void isGivenUpWhenEveryoneHasGoneForGood() throws Exception {
        watched.arrive();
        watched.leave();
        Thread.sleep(400);

        assertThat(abandoned).hasValue(1);
    }

    @Test
    void waitsForAPageThatIsLoadedAnew() throws Exception {
        watched.arrive();
        watched.leave();
        watched.arrive();
        Thread.sleep(400);

        assertThat(abandoned).hasValue(0);
    }

    @Test
    void isNotGivenUpWhenNobodyEverFollowedOrItIsOver() throws Exception {
        Thread.sleep(200);
        watched.arrive();
        turn.end(TurnState.READY, "");
        watched.leave();
        Thread.sleep(300);

        assertThat(abandoned).hasValue(0);
    }

    @Test
    void aSlowReaderHoldsNobodyUpAndGetsItInOnePiece() throws Exception {
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var page = new Following();
        var follower = new Follower(
                () -> watched,
                () -> {
                    throw new AssertionError("it is here");
                },
                frame -> {
                    entered.countDown();
                    await(goOn);
                    page.accept(frame);
                },
                () -> {});
        Thread.ofVirtual().start(follower);
        assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
        for (var i = 0; i < 10_000; i++) {
            turn.append(Slot.A, "word ");
        }
        turn.end(TurnState.READY, "");
        goOn.countDown();
        for (var i = 0; !page.isOver() && i < 250; i++) {
            Thread.sleep(20);
        }

        assertThat(page.frames()).hasSizeLessThanOrEqualTo(2);
        assertThat(page.text(Slot.A)).hasSize(50_000);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
    }
}
