package dev.paddock.rewardmodel.remote;

import dev.paddock.rewardmodel.Dropped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One question to a server over HTTP, asked again while it says that it is busy and the patience lasts. No redirect is followed. */
final class Exchange {

    private static final int MOST_BYTES = 1 << 20;
    private static final Duration BUSY = Duration.ofMillis(500);

    private final HttpClient client;
    private final Server server;
    private final long deadline;
    private final Duration patience;

    Exchange(HttpClient client, Server server, Duration patience) {
        this.client = client;
        this.server = server;
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    byte[] post(String path, String body) {
        while (true) {
            var answer = send(request(path, body));
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            var wait = wait(answer);
            if (wait == null || wait.compareTo(left()) >= 0) {
                throw refusal(path, answer);
            }
            sleep(wait);
        }
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private HttpRequest request(String path, String body) {
        var request = HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (server.key() != null) {
            request.header("Authorization", "Bearer " + server.key());
        }
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        var sent = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return sent.get(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw new ServerAway("does not answer within " + patience.toMillis() / 1000.0 + " seconds");
        } catch (ExecutionException failed) {
            throw new ServerAway(
                    switch (failed.getCause()) {
                        case ConnectException _ -> "refuses the connection";
                        case IOException broken
                        when String.valueOf(broken.getMessage()).contains("capacity") ->
                            "answers with more than " + MOST_BYTES + " bytes";
                        case null, default ->
                            "cannot be reached, or breaks off: " + server.told(String.valueOf(failed.getCause()));
                    });
        } catch (InterruptedException dropped) {
            throw Dropped.interrupted();
        } finally {
            sent.cancel(true);
        }
    }

    /** Null where asking again is of no use. */
    private static @Nullable Duration wait(HttpResponse<?> answer) {
        return switch (answer.statusCode()) {
            case 429, 503 -> {
                var told = answer.headers().firstValue("Retry-After").orElse("");
                yield told.matches("[0-9]{1,6}")
                        ? Duration.ofSeconds(Long.parseLong(told)).plusMillis(1)
                        : BUSY;
            }
            default -> null;
        };
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException dropped) {
            throw Dropped.interrupted();
        }
    }

    private RuntimeException refusal(String path, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        var told = "HTTP " + status + told(answer.body());
        return switch (status) {
            case 400, 413, 422 -> new NotScored("refuses the conversation: " + told);
            case 401, 403 -> new ServerAway("does not accept the key: HTTP " + status);
            case 404, 405 -> new ServerAway("has no " + path + ", or not this model: " + told);
            case 429, 503 -> new ServerAway("is busy: " + told);
            default ->
                new ServerAway(
                        status / 100 == 3
                                ? "sends us to another address, which is not followed: HTTP " + status
                                : "fails: " + told);
        };
    }

    private String told(byte[] body) {
        var text = server.told(new String(body, StandardCharsets.UTF_8));
        return text.isEmpty() ? "" : ", " + text;
    }
}
