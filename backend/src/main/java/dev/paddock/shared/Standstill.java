package dev.paddock.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long something that a job needs has been away. Too long is for good: then others have their turn. */
public final class Standstill {

    private final Clock clock;
    private final Duration longest;
    private final Duration pause;
    /** When it was first met that nothing comes; silence before that may mean that others are served. */
    private @Nullable Instant since;

    private @Nullable String why;
    private boolean tooLong;

    Standstill(Clock clock, JobSettings settings) {
        this.clock = clock;
        this.longest = settings.patience();
        this.pause = settings.pause();
    }

    /** Something came of it. */
    public synchronized void over() {
        since = null;
        why = tooLong ? why : null;
    }

    public synchronized void met(String reason) {
        why = reason;
        var now = clock.instant();
        since = since == null ? now : since;
        tooLong |= now.isAfter(since.plus(longest));
    }

    /** Nothing came; waits a moment before it is asked for again. @throws PutOff where that has been so for too long */
    public void rest(String reason) throws InterruptedException {
        met(reason);
        if (isTooLong()) {
            throw new PutOff(reason);
        }
        pause();
    }

    public void pause() throws InterruptedException {
        Thread.sleep(pause);
    }

    /** What is away; empty where it goes on. */
    public synchronized Optional<String> why() {
        return Optional.ofNullable(why);
    }

    public synchronized boolean isTooLong() {
        return tooLong;
    }
}
