package dev.paddock.samples.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.samples.pairs.Permits.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PermitsTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final Duration NOW = Duration.ofMillis(30);

    private final Permits permits = new Permits(1_000);

    @Test
    void manyPairsAcrossTwoEndpointsNeverDeadlockAndNeverExceedTheSlots() throws Exception {
        var random = new Random(5);
        var busy = List.of(new AtomicInteger(), new AtomicInteger());
        var pairs = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 300; i++) {
            var both = random.nextInt(3);
            var needs = both == 0
                    ? needs(ONE, 1, TWO, 1)
                    : both == 1 ? needs(TWO, 1, ONE, 1) : List.of(new Need(ONE, 2, 2));
            pairs.add(() -> holds(needs, busy));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pair : threads.invokeAll(pairs)) {
                assertThat(pair.get()).isTrue();
            }
        }
    }

    private boolean holds(List<Need> needs, List<AtomicInteger> busy) throws Exception {
        try (var ticket = permits.request(needs, true, () -> {})) {
            var had = ticket.await(Duration.ofSeconds(20));
            for (var need : needs) {
                assertThat(busy.get(need.endpoint().equals(ONE) ? 0 : 1).addAndGet(need.permits()))
                        .isLessThanOrEqualTo(2);
            }
            Thread.sleep(1);
            needs.forEach(need -> busy.get(need.endpoint().equals(ONE) ? 0 : 1).addAndGet(-need.permits()));
            return had;
        }
    }

    private static List<Need> needs(UUID first, int some, UUID second, int others) {
        return List.of(new Need(first, some, 2), new Need(second, others, 2));
    }

    @Test
    void bothPermitsOrNeither() throws Exception {
        try (var holder = permits.request(List.of(new Need(ONE, 2, 2)), true, () -> {});
                var both = permits.request(needs(ONE, 1, TWO, 1), true, () -> {});
                var rest = permits.request(List.of(new Need(TWO, 1, 2)), true, () -> {})) {
            assertThat(holder.await(NOW)).isTrue();
            assertThat(both.await(NOW)).isFalse();
            assertThat(rest.await(NOW)).as("nobody overtakes").isFalse();

            holder.close();
            assertThat(both.await(NOW)).isTrue();
            assertThat(rest.await(NOW)).isTrue();
        }
    }

    @Test
    void aPersonGoesBeforeWhatIsDrawnAheadAndMakesItGiveWay() throws Exception {
        var gaveWay = new AtomicInteger();
        try (var ahead = permits.request(List.of(new Need(ONE, 2, 2)), false, gaveWay::incrementAndGet);
                var later = permits.request(List.of(new Need(ONE, 2, 2)), false, () -> {});
                var person = permits.request(List.of(new Need(ONE, 2, 2)), true, () -> {})) {
            assertThat(person.await(NOW)).isFalse();
            assertThat(gaveWay).hasValue(1);
            ahead.close();

            assertThat(person.await(NOW)).isTrue();
            assertThat(later.await(NOW)).isFalse();
        }
    }

    @Test
    void whatAPersonTookOverGivesWayToNobody() throws Exception {
        var gaveWay = new AtomicInteger();
        try (var ahead = permits.request(List.of(new Need(ONE, 2, 2)), false, gaveWay::incrementAndGet)) {
            ahead.promote();
            permits.request(List.of(new Need(ONE, 2, 2)), true, () -> {});
            Thread.sleep(30);

            assertThat(gaveWay).hasValue(0);
        }
    }

    @Test
    void turnsPeopleAwayWhenTooManyWait() throws Exception {
        var small = new Permits(1);
        small.request(List.of(new Need(ONE, 1, 1)), true, () -> {});
        small.request(List.of(new Need(ONE, 1, 1)), true, () -> {});

        assertThatThrownBy(() -> small.request(List.of(new Need(ONE, 1, 1)), true, () -> {}))
                .isInstanceOf(Permits.Busy.class);
    }

    @Test
    void whoGivesUpWaitsNoLonger() throws Exception {
        permits.request(List.of(new Need(ONE, 1, 1)), true, () -> {});
        var waiting = permits.request(List.of(new Need(ONE, 1, 1)), true, () -> {});
        waiting.giveUp();

        assertThat(waiting.await(NOW)).isTrue();
    }
}
