package dev.paddock.bestofk;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long nothing has come of a run, because something is away. Too long is for good: then others have their turn. */
final class Standstill {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private long since = System.nanoTime();
    private @Nullable String why;
    private boolean tooLong;

    /** Something came of it. */
    synchronized void over() {
        since = System.nanoTime();
        why = tooLong ? why : null;
    }

    synchronized void met(String reason) {
        why = reason;
        tooLong |= System.nanoTime() - since > LONGEST.toNanos();
    }

    /** What is away; empty where it goes on. */
    synchronized Optional<String> why() {
        return Optional.ofNullable(why);
    }

    synchronized boolean isTooLong() {
        return tooLong;
    }
}
