package dev.paddock.models;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One short question to a server: {@code GET /models}, which every OpenAI-compatible one answers; of one that only scores, {@code GET /health}.
 */
final class HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int MOST_NAMES = 10;
    private static final JsonMapper JSON = new JsonMapper();

    private HealthCheck() {}

    static Health ask(URI base, @Nullable String key) {
        try (var client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(Redirect.NEVER)
                .build()) {
            var answer = get(client, base + "/models", key);
            return answer.statusCode() == 404
                    ? judge(get(client, base.toString().replaceFirst("/v1$", "") + "/health", key), true)
                    : judge(answer, false);
        } catch (HttpTimeoutException slow) {
            return down("does not answer within " + PATIENCE.toSeconds() + " seconds. Is it still loading its model?");
        } catch (ConnectException refused) {
            return down("refuses the connection. Is it running, and is the port right?");
        } catch (IOException broken) {
            return down("cannot be reached, or breaks off in the middle.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return down("was not asked to the end: Paddock is stopping.");
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, String url, @Nullable String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    }

    private static Health judge(HttpResponse<byte[]> answer, boolean namesNone) {
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            return down("does not accept the key (" + status + "). Enter it again.");
        }
        if (status / 100 == 3) {
            return down("sends us to another address (" + status
                    + "), which Paddock does not follow. Enter the final address.");
        }
        if (status == 200 && namesNone) {
            return new Health(true, "It answers, but names no models: it may score, not generate.");
        }
        return status == 200
                ? new Health(true, "It answers. " + models(answer.body()))
                : down("answers with status " + status + ".");
    }

    private static String models(byte[] body) {
        try {
            var names = JSON.readTree(new String(body, StandardCharsets.UTF_8))
                    .path("data")
                    .valueStream()
                    .map(model -> model.path("id").asString(""))
                    .filter(name -> !name.isBlank() && name.length() <= 200)
                    .limit(MOST_NAMES)
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "It names no model." : "Its models: " + names + ".";
        } catch (JacksonException noJson) {
            return "But not like an OpenAI-compatible server: does the address end in /v1?";
        }
    }

    private static Health down(String reason) {
        return new Health(false, "The server " + reason);
    }
}
