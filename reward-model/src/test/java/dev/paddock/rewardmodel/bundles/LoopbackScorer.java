package dev.paddock.rewardmodel.bundles;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.paddock.rewardmodel.inference.Batch;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.remote.Server;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.Sequence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real server on this machine that scores by a real graph, as vLLM and as Text Embeddings Inference; with troubles on demand. */
final class LoopbackScorer implements Servers, AutoCloseable {

    /** What it does instead of scoring. */
    @FunctionalInterface
    interface Trouble {
        void on(HttpExchange exchange) throws IOException;
    }

    final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    final List<String> keys = new CopyOnWriteArrayList<>();
    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final OnnxModel graph =
            ExecutionProviders.cpu().open(TinyGraph.firstToken().onnx(), "tiny");
    private final HuggingFaceTokenizer tokenizer;
    private final HttpServer server;
    volatile @Nullable Trouble trouble;
    volatile @Nullable String key;
    volatile Duration slowness = Duration.ZERO;
    volatile int slots = 2;
    /** Of whoever asks it, from the opening of a model on. */
    volatile Duration patience = Duration.ofSeconds(2);

    /** Likewise. */
    volatile Duration rest = Duration.ofSeconds(1);

    /** In numbers or characters; a question that holds a longer one is refused. */
    volatile int longest = 100_000;

    /** Likewise, but a question that holds a longer one is answered with HTTP 500. */
    volatile int breaksBeyond = 100_000;

    volatile int mostTogether = 100;

    LoopbackScorer(Path folder) throws IOException {
        tokenizer = HuggingFaceTokenizer.builder()
                .optTokenizerPath(TinyTokenizer.write(folder))
                .optAddSpecialTokens(false)
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/pooling", exchange -> answer(exchange, this::pooling));
        server.createContext("/predict", exchange -> answer(exchange, this::predict));
        server.start();
    }

    @Override
    public Server named(String name) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
        return new Server(address, key, slots);
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public Duration rest() {
        return rest;
    }

    private interface Scoring {
        String of(JsonNode question);
    }

    private void answer(HttpExchange exchange, Scoring scoring) throws IOException {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            var question = Bundle.JSON.readTree(exchange.getRequestBody());
            questions.add(question);
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Thread.sleep(slowness);
            var now = trouble;
            if (holdsLonger(question, breaksBeyond)) {
                reply(exchange, 500, "");
            } else if (holdsLonger(question, longest) || question.path("input").size() > mostTogether) {
                reply(exchange, 413, "too long");
            } else if (now == null) {
                reply(exchange, 200, scoring.of(question));
            } else {
                now.on(exchange);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            inside.decrementAndGet();
            exchange.close();
        }
    }

    private static boolean holdsLonger(JsonNode question, int longest) {
        return question.path("input").valueStream().anyMatch(ids -> ids.size() > longest)
                || question.path("inputs")
                        .valueStream()
                        .anyMatch(texts -> texts.path(0).asString().length() > longest);
    }

    /** The last answer first, as the order is not promised. */
    private String pooling(JsonNode question) {
        var data = new ArrayList<String>();
        for (var ids : question.path("input")) {
            var tokens = LongStream.range(0, ids.size())
                    .map(i -> ids.get((int) i).asLong())
                    .toArray();
            data.addFirst("{\"index\":%d,\"object\":\"pooling\",\"data\":[%s]}".formatted(data.size(), score(tokens)));
        }
        return "{\"object\":\"list\",\"model\":\"tiny\",\"data\":[" + String.join(",", data) + "]}";
    }

    private String predict(JsonNode question) {
        var lists = new ArrayList<String>();
        for (var input : question.path("inputs")) {
            var tokens = tokenizer.encode(input.get(0).asString(), false, false).getIds();
            lists.add("[{\"score\":%s,\"label\":\"LABEL_0\"}]".formatted(score(tokens)));
        }
        return "[" + String.join(",", lists) + "]";
    }

    private float score(long[] tokens) {
        var batch = Batch.of(Sequence.ofOneType(tokens), new float[0]);
        return Objects.requireNonNull(
                graph.run(batch.inputs(graph.inputs()), Set.of("logits")).get("logits"))[0];
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        graph.close();
        tokenizer.close();
    }
}
