package dev.paddock.rewardmodel.remote;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a server is there with the model that it had. Each change names the state that it comes from, and is left out where that is over:
 * a slow answer to a question of before an outage says nothing about the outage.
 */
final class Presence {

    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    /** In less than that a server is hardly started again with another model and has it loaded. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
    /** Behind one address one server may follow another without a question lost. */
    private static final Duration LONGEST_TRUST = Duration.ofMinutes(10);

    sealed interface State {}

    /**
     * @param answered when it last did, in nanoseconds; as {@code recognised} is
     * @param rest once it is lost: as long as it was to be, until it answers a question
     */
    record There(Server server, long recognised, AtomicLong answered, AtomicReference<Duration> rest)
            implements State {}

    /** @param rest the next one */
    record Away(ServerAway reason, long until, Duration rest) implements State {

        /** For those who are not kept waiting. */
        ServerAway refusal() {
            return reason.unasked();
        }
    }

    private final String name;
    private final Duration shortestRest;
    private final LongSupplier nanos;
    private final AtomicReference<State> state;

    /** @param server taken for the right one: whoever opens a model has it score its golden conversations at once */
    Presence(String name, Server server, Duration shortestRest, LongSupplier nanos) {
        this.name = name;
        this.shortestRest = shortestRest;
        this.nanos = nanos;
        this.state = new AtomicReference<>(there(server, shortestRest));
    }

    private There there(Server server, Duration rest) {
        var now = nanos.getAsLong();
        return new There(server, now, new AtomicLong(now), new AtomicReference<>(rest));
    }

    private static Duration rest(State state) {
        return switch (state) {
            case There there -> there.rest().get();
            case Away away -> away.rest();
        };
    }

    State state() {
        return state.get();
    }

    /** Whether it may be asked without being recognised anew. */
    boolean trusts(There there, Server server) {
        return there.server().address().equals(server.address())
                && Objects.equals(there.server().key(), server.key())
                && since(there.answered().get()).compareTo(LONGEST_SILENCE) < 0
                && since(there.recognised()).compareTo(LONGEST_TRUST) < 0;
    }

    private Duration since(long then) {
        return Duration.ofNanos(nanos.getAsLong() - then);
    }

    boolean rests(Away away) {
        return nanos.getAsLong() - away.until() < 0;
    }

    void answered(There there) {
        there.answered().set(nanos.getAsLong());
        there.rest().set(shortestRest);
    }

    There recognised(State seen, Server server) {
        var there = there(server, rest(seen));
        if (state.compareAndSet(seen, there) && seen instanceof Away) {
            log.info("The model server '{}' is back", name);
        }
        return there;
    }

    /** @return the reason with the server's name */
    ServerAway lost(State seen, ServerAway reason) {
        var named = reason.of(name);
        var pause = rest(seen);
        var away = new Away(named, nanos.getAsLong() + pause.toNanos(), doubled(pause));
        if (state.compareAndSet(seen, away) && seen instanceof There) {
            log.warn("No scores until it is back: {}", named.getMessage());
        }
        return named;
    }

    private static Duration doubled(Duration rest) {
        var doubled = rest.multipliedBy(2);
        return doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
    }
}
