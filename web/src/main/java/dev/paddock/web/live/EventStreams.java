package dev.paddock.web.live;

import dev.paddock.people.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams that are open in this process. Each costs a connection, so one person gets so many and no more. */
@Component
public class EventStreams {

    static final int MOST_OF_ONE = 16;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long NO_TIMEOUT = 0;

    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    /**
     * @param gone runs once when the stream is over, from whichever end
     * @throws TooManyStreams when the caller has as many as one person gets
     */
    public EventStream open(Caller caller, Runnable gone) {
        open.merge(caller.person(), 1, EventStreams::oneMore);
        return new EventStream(new SseEmitter(NO_TIMEOUT), HEARTBEAT, () -> {
            open.computeIfPresent(caller.person(), (person, count) -> oneLess(count));
            gone.run();
        });
    }

    private static int oneMore(int count, int one) {
        if (count >= MOST_OF_ONE) {
            throw new TooManyStreams();
        }
        return count + one;
    }

    private static @Nullable Integer oneLess(int count) {
        return count == 1 ? null : count - 1;
    }
}
