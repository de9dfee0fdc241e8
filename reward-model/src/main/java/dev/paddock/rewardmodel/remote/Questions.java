package dev.paddock.rewardmodel.remote;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts conversations to a server and reads the logits out of what it says. */
final class Questions implements AutoCloseable {

    /** Some servers write NaN as such. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Dialect dialect;
    private final String model;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /** @param model its name on the server */
    Questions(Dialect dialect, String model, Duration patience) {
        this.dialect = dialect;
        this.model = model;
        this.patience = patience;
    }

    /**
     * The logit of each conversation, in their order. The reasons of the refusals go on after the server's name.
     *
     * @throws ServerAway where it does not score
     * @throws NotScored where it scores, but not these
     */
    double[] ask(Server server, List<Asked> asked) {
        var question = dialect.question(model, asked).toString();
        var exchange = new Exchange(client, server, patience);
        var answers = dialect.answers(json(server, exchange.post(dialect.path(), question)), asked.size());
        return answers.stream().mapToDouble(numbers -> logit(server, numbers)).toArray();
    }

    private static JsonNode json(Server server, byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException e) {
            throw new ServerAway("answers with what is no JSON: " + server.told(e.getOriginalMessage()));
        }
    }

    private static double logit(Server server, JsonNode numbers) {
        if (!numbers.isArray() || numbers.size() != 1 || numbers.path(0).isContainer()) {
            throw new ServerAway("gives " + numbers.size() + " values for a conversation"
                    + "; a reward model is a classifier with one label, which gives one");
        }
        var number = numbers.path(0);
        var logit = number.isNumber() ? number.asDouble(Double.NaN) : Double.NaN;
        if (!Double.isFinite(logit)) {
            throw new NotScored("gives " + server.told(number.toString()) + " for a conversation, which is no score");
        }
        return logit;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
