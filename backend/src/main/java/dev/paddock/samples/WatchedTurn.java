package dev.paddock.samples;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A turn generated here, and how many read along. */
final class WatchedTurn {

    private final LiveTurn turn;
    private final Duration grace;
    private final Runnable abandoned;
    private int followers;
    private long arrivals;

    WatchedTurn(LiveTurn turn, Duration grace, Runnable abandoned) {
        this.turn = turn;
        this.grace = grace;
        this.abandoned = abandoned;
    }

    LiveTurn turn() {
        return turn;
    }

    synchronized void arrive() {
        followers++;
        arrivals++;
    }

    /** A page that is loaded anew comes back within the grace. */
    synchronized void leave() {
        followers--;
        var seen = arrivals;
        if (followers == 0 && turn.isGenerating()) {
            var later = CompletableFuture.delayedExecutor(
                    grace.toMillis(),
                    TimeUnit.MILLISECONDS,
                    task -> Thread.ofVirtual().start(task));
            later.execute(() -> giveUpUnlessBack(seen));
        }
    }

    private void giveUpUnlessBack(long seen) {
        synchronized (this) {
            if (followers > 0 || arrivals != seen) {
                return;
            }
        }
        if (turn.isGenerating()) {
            abandoned.run();
        }
    }
}
