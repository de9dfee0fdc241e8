package dev.paddock.rewardmodel.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks vLLM's pooling API on this machine, and does to each conversation what it is told to; the conversations are single numbers. */
final class ScriptedServer implements Servers, AutoCloseable {

    /** @param body what it says; of a status other than 200 as it is, else the list with the score */
    record Said(int status, String body) {

        static Said score(Object score) {
            return new Said(200, "[" + score + "]");
        }
    }

    @FunctionalInterface
    interface Script {
        Said to(long conversation) throws InterruptedException;
    }

    final List<Long> asked = new CopyOnWriteArrayList<>();
    volatile Script script = conversation -> Said.score(10.0 * conversation);
    volatile Duration patience = Duration.ofSeconds(2);
    volatile @Nullable String key;
    volatile @Nullable ServerAway unknown;
    volatile int slots = 4;
    private final HttpServer server;
    private final URI itself;
    volatile URI address;

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/pooling", this::answer);
        server.start();
        itself = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        address = itself;
    }

    /** The owner has the name mean another server. */
    void isNow(ScriptedServer other) {
        address = other.itself;
    }

    @Override
    public Server named(String name) {
        if (unknown != null) {
            throw unknown;
        }
        return new Server(address, key, slots);
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(3);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var input = JsonMapper.shared().readTree(exchange.getRequestBody()).path("input");
            var conversations = IntStream.range(0, input.size())
                    .mapToObj(i -> input.get(i).get(0).asLong())
                    .toList();
            asked.addAll(conversations);
            var said = new CopyOnWriteArrayList<Said>();
            for (var conversation : conversations) {
                said.add(script.to(conversation));
            }
            var refusal = said.stream().filter(each -> each.status() != 200).findFirst();
            var body = refusal.map(Said::body)
                    .orElseGet(() -> "{\"data\":["
                            + IntStream.range(0, said.size())
                                    .mapToObj(i -> "{\"index\":" + i + ",\"data\":"
                                            + said.get(i).body() + "}")
                                    .collect(Collectors.joining(","))
                            + "]}");
            exchange.sendResponseHeaders(refusal.map(Said::status).orElse(200), 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
