package dev.paddock.rewardmodel.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which texts go together, and when. */
class DispatcherTest extends DispatcherWorld {

    @Test
    void callersSideBySideComeIntoOneBatchAndEachGetsItsOwn() throws Exception {
        var first = first();
        var calls = new ArrayList<Future<List<Double>>>();
        for (var length = 6; length < 16; length += 1) {
            calls.add(caller(length == 13 ? 6 : length));
        }
        let.release(3);

        assertThat(first.get()).containsExactly(99.0);
        for (var i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).get()).containsExactly(i == 7 ? 6.0 : 6.0 + i);
        }
        assertThat(batches).hasSize(3).element(1).asList().hasSizeGreaterThan(6);
    }

    @Test
    void nobodyWaitsForABatchToBecomeFull() throws Exception {
        let.release();
        assertThat(callers.submit(() -> dispatcher.scores(List.of(text(7)))).get(5, TimeUnit.SECONDS))
                .hasSize(1);
    }

    @Test
    void theOldestGoesNextAndThoseNearItInLengthWithIt() throws Exception {
        first();
        caller(50);
        caller(8);
        caller(49);
        caller(9);
        stop();

        assertThat(batches).containsExactly(List.of(99), List.of(50, 49), List.of(8, 9));
    }

    @Test
    void aLongTextIsNotPassedByForEverByShortOnes() throws Exception {
        first();
        caller(20);
        var longer = caller(100);
        for (var i = 0; i < 40; i++) {
            caller(20);
        }
        let.release(2);
        begun.acquire(2);
        caller(20);
        let.release();

        assertThat(longer.get()).containsExactly(100.0);
        assertThat(batches.get(2)).containsExactly(100);
    }

    @Test
    void aTextThatFailsFailsNoOther() throws Exception {
        first();
        var good = caller(12);
        var bad = caller(13);
        var both = caller(14, 13);
        let.release(10);

        assertThat(good.get()).containsExactly(12.0);
        assertThat(failure(bad)).isInstanceOf(NotScorable.class);
        assertThat(failure(both)).isInstanceOf(NotScorable.class);
        assertThat(batches).hasSize(2);
    }

    @Test
    void onesManyTextsKeepTheirOrderAndLeaveRoomForOthers() throws Exception {
        first();
        var many = callers.submit(() -> dispatcher
                .scores(Collections.nCopies(
                                3, IntStream.rangeClosed(20, 119).boxed().toList())
                        .stream()
                        .flatMap(List::stream)
                        .map(DispatcherWorld::text)
                        .toList())
                .stream()
                .map(Score::value)
                .toList());
        while (dispatcher.waiting() < Dispatcher.MOST_OF_ONE_CALL) {
            Thread.sleep(1);
        }
        let.release(1_000);

        assertThat(many.get()).hasSize(300).startsWith(20.0, 21.0).endsWith(118.0, 119.0);
    }

    @Test
    void whateverGoesWrongOnTheDeviceTheNextCallersAreServed() throws Exception {
        var broken = new Dispatcher("broken", new Batching(new BatchPolicy(100)), texts -> {
            throw new StackOverflowError();
        });
        for (var i = 0; i < 2; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> broken.scores(List.of(text(1))))
                    .withCauseInstanceOf(StackOverflowError.class);
        }
        broken.close();
    }
}
