package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.Dropped;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A text that waits for what comes of it. Not a record: two of the same text are two. */
final class Waiting {

    private final Prepared text;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    Waiting(Prepared text) {
        this.text = text;
    }

    Prepared text() {
        return text;
    }

    void over(Outcome what) {
        outcome.complete(what);
    }

    void leave() {
        outcome.cancel(false);
    }

    /** Whether nobody waits any more, as it has come to something, or was left. */
    boolean isOver() {
        return outcome.isDone();
    }

    /** @throws java.util.concurrent.CancellationException where this thread is interrupted */
    Score score() {
        try {
            return outcome.get().orThrow();
        } catch (InterruptedException dropped) {
            throw Dropped.interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
