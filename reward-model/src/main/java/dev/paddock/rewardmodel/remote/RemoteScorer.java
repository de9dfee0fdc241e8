package dev.paddock.rewardmodel.remote;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model on a server. When the server goes away that is said once, and for some seconds after each failure nobody is kept waiting for it: a
 * question then is refused at once. It comes back by itself with the first question that is answered, if it is the same model still.
 */
public final class RemoteScorer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RemoteScorer.class);
    /** Some servers write NaN as such. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(3);

    private final Servers servers;
    private final Dialect dialect;
    private final String server;
    private final String model;
    private final Known known;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private volatile @Nullable Outage outage;

    /** What the model gives to a conversation, by which it is recognised. */
    public record Known(Asked asked, double logit, double tolerance) {}

    private record Outage(ServerAway away, long until) {}

    /**
     * @param server its name among the servers
     * @param model its name on the server
     */
    public RemoteScorer(Servers servers, Dialect dialect, String server, String model, Known known) {
        this.servers = servers;
        this.dialect = dialect;
        this.server = server;
        this.model = model;
        this.known = known;
    }

    /** How many questions the server is to be asked at once. @throws ServerAway where it is not known */
    public int slots() {
        try {
            return servers.named(server).slots();
        } catch (ServerAway away) {
            throw away.of(server);
        }
    }

    /** Why it does not score just now; empty where nothing is known to be wrong. */
    public Optional<String> trouble() {
        var now = outage;
        return now == null ? Optional.empty() : Optional.ofNullable(now.away().getMessage());
    }

    /**
     * The logit of each conversation, in their order.
     *
     * @throws ServerAway where the server does not score just now
     * @throws NotScored where it scores, but not these
     */
    public double[] logits(List<Asked> asked) {
        var before = outage;
        if (before != null && System.nanoTime() - before.until() < 0) {
            throw new ServerAway(String.valueOf(before.away().getMessage()));
        }
        try {
            if (before != null) {
                recognise();
            }
            var logits = ask(asked);
            isBack();
            return logits;
        } catch (NotScored answered) {
            isBack();
            throw answered;
        } catch (ServerAway away) {
            throw wentAway(away.of(server));
        }
    }

    private double[] ask(List<Asked> asked) {
        var question = dialect.question(model, asked).toString();
        var named = servers.named(server);
        var exchange = new Exchange(client, named, servers.patience());
        var answers = dialect.answers(json(named, exchange.post(dialect.path(), question)), asked.size());
        return answers.stream().mapToDouble(numbers -> logit(named, numbers)).toArray();
    }

    /** A server may come back with another model under the same name. */
    private void recognise() {
        var logit = ask(List.of(known.asked()))[0];
        if (!(Math.abs(logit - known.logit()) <= known.tolerance())) {
            throw new ServerAway("came back with another model: it gives a golden conversation " + logit
                    + " instead of " + known.logit());
        }
    }

    private static JsonNode json(Server named, byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException e) {
            throw new ServerAway("answers with what is no JSON: " + named.told(e.getOriginalMessage()));
        }
    }

    private static double logit(Server named, JsonNode numbers) {
        if (!numbers.isArray() || numbers.size() != 1 || numbers.path(0).isContainer()) {
            throw new ServerAway("gives " + numbers.size() + " values for a conversation"
                    + "; a reward model is a classifier with one label, which gives one");
        }
        var number = numbers.path(0);
        var logit = number.isNumber() ? number.asDouble(Double.NaN) : Double.NaN;
        if (!Double.isFinite(logit)) {
            throw new NotScored("The model server gives " + named.told(number.toString()) + " for a conversation, which is no score.");
        }
        return logit;
    }

    private ServerAway wentAway(ServerAway away) {
        var first = outage == null;
        outage = new Outage(away, System.nanoTime() + REST.toNanos());
        if (first) {
            log.warn("No scores until it is back: {}", away.getMessage());
        }
        return away;
    }

    private void isBack() {
        if (outage != null) {
            outage = null;
            log.info("The model server '{}' scores again", server);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
