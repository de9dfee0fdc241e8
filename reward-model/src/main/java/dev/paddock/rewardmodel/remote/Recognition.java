package dev.paddock.rewardmodel.remote;

import dev.paddock.rewardmodel.Dropped;
import dev.paddock.rewardmodel.remote.Presence.Away;
import dev.paddock.rewardmodel.remote.Presence.State;
import dev.paddock.rewardmodel.remote.Presence.There;
import dev.paddock.rewardmodel.remote.RemoteScorer.Known;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks a server for a score that is known. Once at a time, on a thread of its own: it goes on where nobody has the patience to wait for it. */
final class Recognition {

    private final Questions questions;
    private final Known known;
    private final Presence presence;
    private final AtomicReference<@Nullable CompletableFuture<There>> running = new AtomicReference<>();
    private volatile Era era = new Era();

    Recognition(Questions questions, Known known, Presence presence) {
        this.questions = questions;
        this.known = known;
        this.presence = presence;
    }

    boolean isRunning() {
        return running.get() != null;
    }

    /** Another one once it was another model that answered. */
    Era era() {
        return era;
    }

    /** Waits for what comes out, also where somebody else asks already. @throws ServerAway where it is not that model */
    There of(There there, Server server) {
        return waited(() -> begun(there, server).get());
    }

    /** Waits only so long. @throws ServerAway where it is not that model, or nobody knows yet */
    There of(Away away, Server server, Duration patience) {
        return waited(() -> {
            try {
                return begun(away, server).get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException slow) {
                throw away.refusal();
            }
        });
    }

    private interface Waiting {
        There once() throws InterruptedException, ExecutionException;
    }

    private static There waited(Waiting waiting) {
        try {
            return waiting.once();
        } catch (InterruptedException dropped) {
            throw Dropped.interrupted();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(failed);
        }
    }

    private CompletableFuture<There> begun(State seen, Server server) {
        var mine = new CompletableFuture<There>();
        var others = running.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        Thread.ofVirtual().name("recognises a model").start(() -> {
            try {
                var there = recognised(seen, server);
                running.set(null);
                mine.complete(there);
            } catch (RuntimeException | Error failed) {
                running.set(null);
                mine.completeExceptionally(failed);
            }
        });
        return mine;
    }

    private There recognised(State seen, Server server) {
        double logit;
        try {
            logit = questions.ask(server, List.of(known.asked()))[0];
        } catch (NotScored refused) {
            throw another(seen, "scores nothing, not even a golden conversation: it " + refused.getMessage());
        } catch (ServerAway away) {
            throw presence.lost(seen, away);
        }
        if (!(Math.abs(logit - known.logit()) <= known.tolerance())) {
            throw another(
                    seen,
                    (seen instanceof Away ? "came back with" : "has")
                            + " another model: it gives a golden conversation " + logit + " instead of "
                            + known.logit());
        }
        return presence.recognised(seen, server);
    }

    /** The era ends only when the server is lost: whoever asked between the two would take the other's scores over into the new one. */
    private ServerAway another(State seen, String reason) {
        var away = presence.lost(seen, new ServerAway(reason));
        var over = era;
        era = new Era();
        over.end();
        return away;
    }
}
