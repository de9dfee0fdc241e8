package dev.paddock.samples.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.generation.Decoding;
import dev.paddock.samples.generation.Ending;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.GenerationRequest;
import dev.paddock.samples.generation.TextGenerator;
import dev.paddock.samples.generation.TokenSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One answer of the {@link LoopbackServer}, as chunks. */
final class Streamed {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutputStream out;
    private final TextGenerator engine;
    private final JsonNode asked;
    private final Trouble trouble;

    Streamed(OutputStream out, TextGenerator engine, JsonNode asked, Trouble trouble) {
        this.out = out;
        this.engine = engine;
        this.asked = asked;
        this.trouble = trouble;
    }

    void run() throws IOException {
        // As llama-server begins: a role, and content that is there and null.
        var role = new LinkedHashMap<String, @Nullable String>();
        role.put("role", "assistant");
        role.put("content", null);
        chunk(role, null);
        if (trouble == Trouble.SLOW_FIRST_TOKEN) {
            sleep(60_000);
        }
        var events = new LinkedBlockingQueue<Object>();
        var generation = engine.generate(request(), new Queueing(events));
        try {
            relay(events);
        } finally {
            generation.cancel();
        }
    }

    private void relay(BlockingQueue<Object> events) throws IOException {
        for (var sent = 0; ; sent++) {
            switch (take(events)) {
                case String text -> {
                    disturb(sent);
                    if (trouble != Trouble.EMPTY) {
                        chunk(Map.of("content", trouble == Trouble.SAME ? (sent < 5 ? " same" : "") : text), null);
                    }
                }
                case Ending ending -> {
                    end(ending);
                    return;
                }
                case Failure failure -> throw new IOException(failure.detail());
                default -> throw new IllegalStateException();
            }
        }
    }

    private void disturb(int sent) throws IOException {
        if (sent != 3) {
            return;
        }
        switch (trouble) {
            case STALL -> hang();
            case DRIBBLE -> dribble();
            case CUT -> throw new IOException("cut");
            case MALFORMED -> line("data: {\"choices\":[{\"del");
            case ERROR_CHUNK -> line("data: {\"error\":{\"message\":\"out of memory\"}}");
            case ENDLESS -> forever();
            default -> {}
        }
    }

    /** Comments keep the connection known to be alive, so that a client that goes is noticed. */
    private void hang() throws IOException {
        for (var second = 0; second < 200; second++) {
            sleep(100);
            line(": still here");
        }
    }

    private void dribble() throws IOException {
        for (var word = 0; word < 100; word++) {
            sleep(200);
            chunk(Map.of("content", " and"), null);
        }
    }

    private void forever() throws IOException {
        while (true) {
            chunk(Map.of("content", " and on".repeat(200)), null);
        }
    }

    private void end(Ending ending) throws IOException {
        if (trouble == Trouble.NO_END) {
            return;
        }
        chunk(Map.of(), ending.finish() == Ending.Finish.LENGTH ? "length" : "stop");
        if (trouble != Trouble.NO_USAGE) {
            line("data: "
                    + JSON.writeValueAsString(Map.of(
                            "choices", List.of(),
                            "usage",
                                    Map.of(
                                            "prompt_tokens",
                                            count(ending.promptTokens()),
                                            "completion_tokens",
                                            count(ending.completionTokens())))));
        }
        line("data: [DONE]");
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    private void chunk(Map<String, ? extends @Nullable String> delta, @Nullable String finish) throws IOException {
        var choice = new LinkedHashMap<String, @Nullable Object>();
        choice.put("index", 0);
        choice.put("delta", delta);
        choice.put("finish_reason", finish);
        var odd = trouble == Trouble.ODD_FRAMING;
        line((odd ? ": a comment\r\nevent: message\r\ndata:" : "data: ")
                + JSON.writeValueAsString(
                        Map.of("model", "babbler-1", "system_fingerprint", "fp-7", "choices", List.of(choice))));
    }

    private void line(String text) throws IOException {
        out.write((text + (trouble == Trouble.ODD_FRAMING ? "\r\n\r\n" : "\n\n")).getBytes(UTF_8));
        out.flush();
    }

    private GenerationRequest request() {
        var messages = asked.path("messages")
                .valueStream()
                .map(message -> new Message(
                        Message.Role.valueOf(message.path("role").asString().toUpperCase(java.util.Locale.ROOT)),
                        message.path("content").asString()))
                .toList();
        return new GenerationRequest(
                messages,
                new Decoding(
                        asked.path("temperature").asDouble(),
                        asked.path("top_p").asDouble(),
                        asked.path("max_tokens").asInt(),
                        asked.path("stop").valueStream().map(JsonNode::asString).toList(),
                        asked.path("seed").asLong()));
    }

    private static Object take(BlockingQueue<Object> events) throws IOException {
        try {
            return events.take();
        } catch (InterruptedException stopping) {
            throw new IOException(stopping);
        }
    }

    static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            throw new IOException(stopping);
        }
    }

    private record Queueing(BlockingQueue<Object> events) implements TokenSink {

        @Override
        public void token(String text, @Nullable Double logprob) {
            events.add(text);
        }

        @Override
        public void done(Ending ending) {
            events.add(ending);
        }

        @Override
        public void failed(Failure failure) {
            events.add(failure);
        }
    }
}
