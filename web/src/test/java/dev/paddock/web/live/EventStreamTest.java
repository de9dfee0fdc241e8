package dev.paddock.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.shared.Refusal.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class EventStreamTest {

    private static final Duration SOON = Duration.ofMillis(20);

    final Caller ada = Caller.signedIn(UUID.randomUUID(), "Ada", Role.ANNOTATOR);
    final Caller mary = Caller.signedIn(UUID.randomUUID(), "Mary", Role.ANNOTATOR);

    /** As a connection whose other end has stopped reading: what is sent never gets through. */
    static final class Stuck extends SseEmitter {

        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void send(SseEventBuilder event) {
            reached.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static final class Counting extends SseEmitter {

        final CountDownLatch beats = new CountDownLatch(3);

        @Override
        public void send(SseEventBuilder event) {
            beats.countDown();
        }
    }

    @Test
    void aReaderThatStopsHoldsUpNobodyElsesHeart() throws Exception {
        var stuck = new Stuck();
        var held = new EventStream(stuck, SOON, () -> {});
        assertThat(stuck.reached.await(5, TimeUnit.SECONDS)).isTrue();
        var other = new Counting();

        var stream = new EventStream(other, SOON, () -> {});

        assertThat(other.beats.await(5, TimeUnit.SECONDS)).isTrue();
        stream.end();
        stuck.released.countDown();
        held.end();
    }

    @Test
    void onePersonGetsSoManyStreamsAndAnotherAreNotTouched() {
        var streams = new EventStreams();
        var open = new ArrayList<EventStream>();
        for (int i = 0; i < EventStreams.MOST_OF_ONE; i++) {
            open.add(streams.open(ada, () -> {}));
        }

        assertThatThrownBy(() -> streams.open(ada, () -> {}))
                .isInstanceOfSatisfying(
                        TooManyStreams.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.TOO_MANY));
        streams.open(mary, () -> {}).end();
        open.removeLast().end();
        open.add(streams.open(ada, () -> {}));
        open.forEach(EventStream::end);
    }

    @Test
    void saysOnceThatItIsOver() {
        var said = new AtomicInteger();
        var stream = new EventStreams().open(ada, said::incrementAndGet);

        stream.end();
        stream.end();

        assertThat(said).hasValue(1);
    }
}
