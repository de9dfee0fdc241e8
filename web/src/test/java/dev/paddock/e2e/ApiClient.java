package dev.paddock.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to Paddock with a token, as a user's script would. */
final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String token;

    ApiClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    record Answer(int status, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        List<JsonNode> lines() {
            return text.lines().map(line -> (JsonNode) JSON.readTree(line)).toList();
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + ", got " + status + ": " + text);
            }
            return this;
        }
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** The id of the first row of a list. */
    String first(String list) throws IOException {
        var answer = get(list).expect(200).json();
        var rows = answer.isArray() ? answer : answer.get("rows");
        return rows.get(0).get("id").asString();
    }

    /**
     * A new campaign of comparisons, of one turn each and by two starter variants.
     *
     * @param also what of it shall be otherwise
     * @return its id
     */
    String campaign(String name, String track, int judgementsPerItem, Map<String, Object> also) throws IOException {
        var asked = new HashMap<String, Object>(Map.of(
                "name",
                name,
                "track",
                track,
                "task",
                "comparison",
                "guideline",
                "Choose the better answer.",
                "judgementsPerItem",
                judgementsPerItem,
                "maxTurns",
                1,
                "annotatorPrompts",
                false,
                "ratings",
                List.of(),
                "variants",
                List.of("starter-warm", "starter-cool")));
        asked.putAll(also);
        return post("/api/campaigns", asked).expect(201).json().get("id").asString();
    }

    Answer post(String path, Object body, String... headers) throws IOException {
        return post(path, "application/json", JSON.writeValueAsString(body), headers);
    }

    Answer post(String path, String type, String body, String... headers) throws IOException {
        var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer upload(String path, String type, byte[] body) throws IOException {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    Answer post(String path) throws IOException {
        return post(path, Map.of());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
