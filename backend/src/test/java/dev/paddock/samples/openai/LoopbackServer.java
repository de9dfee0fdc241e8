package dev.paddock.samples.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.paddock.samples.generation.TextGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server of OpenAI's chat protocol on this machine: a generator behind HTTP, with troubles on demand. */
public final class LoopbackServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final TextGenerator engine;
    private final Deque<Trouble> troubles = new ConcurrentLinkedDeque<>();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger hungUp = new AtomicInteger();
    private volatile Trouble always = Trouble.NONE;
    private volatile Predicate<JsonNode> chosen = _ -> false;
    private volatile Trouble forThem = Trouble.NONE;

    public LoopbackServer(TextGenerator engine) {
        this.engine = engine;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/models", exchange -> reply(exchange, 200, "{\"data\":[{\"id\":\"babbler-1\"}]}"));
        server.createContext("/v1/chat/completions", this::complete);
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** One for each of the next requests. */
    public void next(Trouble... each) {
        troubles.addAll(List.of(each));
    }

    public void always(Trouble trouble) {
        always = trouble;
    }

    /** For these requests alone, whatever the others meet. */
    public void alwaysFor(Predicate<JsonNode> those, Trouble trouble) {
        chosen = those;
        forThem = trouble;
    }

    public List<JsonNode> requests() {
        return requests;
    }

    public List<String> authorizations() {
        return authorizations;
    }

    /** How often a client went away before the end. */
    public int hungUp() {
        return hungUp.get();
    }

    private void complete(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody());
        requests.add(body);
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        try {
            answer(exchange, body, chosen.test(body) ? forThem : trouble());
        } catch (IOException gone) {
            hungUp.incrementAndGet();
        } finally {
            exchange.close();
        }
    }

    private Trouble trouble() {
        var next = troubles.poll();
        return next == null ? always : next;
    }

    private void answer(HttpExchange exchange, JsonNode body, Trouble trouble) throws IOException {
        switch (trouble) {
            case TOO_MANY_429 -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                reply(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
            }
            case UNAVAILABLE_503 -> reply(exchange, 503, "loading");
            case BAD_REQUEST_400 -> reply(exchange, 400, "{\"error\":{\"message\":\"no such model\"}}");
            case UNAUTHORIZED_401 -> reply(exchange, 401, "who are you");
            case NOT_FOUND_404 -> reply(exchange, 404, "{\"error\":{\"message\":\"it was renamed\"}}");
            case BROKEN_500 -> reply(exchange, 500, "the engine is dead");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", base() + "/models");
                reply(exchange, 302, "");
            }
            case MUTE -> Streamed.sleep(60_000);
            default -> stream(exchange, body, trouble);
        }
    }

    private void stream(HttpExchange exchange, JsonNode body, Trouble trouble) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Server", "loopback");
        exchange.sendResponseHeaders(200, 0);
        new Streamed(exchange.getResponseBody(), engine, body, trouble).run();
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
