package dev.paddock.reward;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.Bundle;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** vLLM's pooling API over messages, on this machine, with the default reward model behind it. */
final class ScoringServer implements AutoCloseable {

    final List<String> keys = new CopyOnWriteArrayList<>();
    volatile boolean fails;
    /** Added to each score. */
    volatile double more;

    /** In characters; a longer conversation is refused. */
    volatile int longest = 100_000;

    private final RewardModel model;
    private final HttpServer server;

    ScoringServer(ModelKind kind) throws IOException {
        model = Bundle.open(Bundles.ofDefault(kind), ExecutionProviders.cpu());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/pooling", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var question = JsonMapper.shared().readTree(exchange.getRequestBody());
            if (fails) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            var conversation = new ArrayList<Message>();
            for (var message : question.path("messages")) {
                conversation.add(new Message(
                        Message.Role.valueOf(message.path("role").asString().toUpperCase(Locale.ROOT)),
                        message.path("content").asString()));
            }
            if (conversation.stream().mapToInt(said -> said.content().length()).sum() > longest) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            var score = model.score(conversation).value() + more;
            var answer =
                    "{\"object\":\"list\",\"data\":[{\"index\":0,\"object\":\"pooling\",\"data\":[" + score + "]}]}";
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        model.close();
    }
}
