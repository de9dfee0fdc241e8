package dev.paddock.rewardmodel.remote;

import dev.paddock.rewardmodel.remote.Presence.Away;
import dev.paddock.rewardmodel.remote.Presence.State;
import dev.paddock.rewardmodel.remote.Presence.There;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A model on a server, recognised by a score that is known: where the server was away, has another address or was silent for long, and every
 * few minutes. When it goes away that is said once, and nobody is kept waiting for it: a question then is refused at once, but for one now and
 * then that has the server looked after.
 */
public final class RemoteScorer implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Servers servers;
    private final String server;
    private final Presence presence;
    private final Questions questions;
    private final Recognition recognition;
    private volatile int slots;

    /** What the model gives to a conversation, by which it is recognised. */
    public record Known(Asked asked, double logit, double tolerance) {}

    /**
     * @param server its name among the servers
     * @param model its name on the server
     * @throws ServerAway where there is no such server
     */
    public RemoteScorer(Servers servers, Dialect dialect, String server, String model, Known known) {
        this(servers, dialect, server, model, known, System::nanoTime);
    }

    RemoteScorer(Servers servers, Dialect dialect, String server, String model, Known known, LongSupplier nanos) {
        this.servers = servers;
        this.server = server;
        this.presence = new Presence(server, found(), servers.rest(), nanos);
        this.questions = new Questions(dialect, model, servers.patience());
        this.recognition = new Recognition(questions, known, presence);
    }

    private Server found() {
        try {
            return named();
        } catch (ServerAway away) {
            throw away.of(server);
        }
    }

    private Server named() {
        var named = servers.named(server);
        slots = named.slots();
        return named;
    }

    /** How many questions the server is to be asked at once, as far as was looked up; the owner may change it. */
    public int slots() {
        return slots;
    }

    /** Why it does not score just now; empty where nothing is known to be wrong. */
    public Optional<String> trouble() {
        return presence.state() instanceof Away away
                ? Optional.ofNullable(away.reason().getMessage())
                : Optional.empty();
    }

    /** Another one once another model was found in its place: scores that it gave before may be that one's. No two scorers share one. */
    public Era era() {
        return recognition.era();
    }

    /**
     * The logit of each conversation, in their order.
     *
     * @throws ServerAway where the server does not score just now
     * @throws NotScored where it scores, but not these
     */
    public double[] logits(List<Asked> asked) {
        var there = there();
        try {
            var logits = questions.ask(there.server(), asked);
            presence.answered(there);
            return logits;
        } catch (NotScored refused) {
            // One that refuses everything is away, whatever it says of this conversation.
            recognition.of(there, there.server());
            throw refused.of(server);
        } catch (ServerAway away) {
            throw presence.lost(there, away);
        }
    }

    private There there() {
        try {
            return switch (presence.state()) {
                case There there -> {
                    var named = named(there);
                    yield presence.trusts(there, named) ? there : recognition.of(there, named);
                }
                case Away away when presence.rests(away) || recognition.isRunning() -> throw away.refusal();
                case Away away -> recognition.of(away, named(away), LOOK);
            };
        } catch (ServerAway away) {
            throw away.unasked();
        }
    }

    private Server named(State seen) {
        try {
            return named();
        } catch (ServerAway away) {
            throw presence.lost(seen, away);
        }
    }

    @Override
    public void close() {
        questions.close();
    }
}
