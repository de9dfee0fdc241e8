package dev.paddock.samples.openai;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.samples.generation.EndsOnce;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.Generation;
import dev.paddock.samples.generation.GenerationRequest;
import dev.paddock.samples.generation.GeneratorInfo;
import dev.paddock.samples.generation.Health;
import dev.paddock.samples.generation.PreparedPrompt;
import dev.paddock.samples.generation.TextGenerator;
import dev.paddock.samples.generation.TokenSink;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** One model on one server. Always a request of its own for each sample: servers differ in whether they know n=2. */
public final class OpenAiGenerator implements TextGenerator {

    private final Server server;
    private final Patience patience;
    private final HttpClient client;
    private final ScheduledExecutorService clock;

    /** @param client made by {@link #client}: one for all servers */
    public OpenAiGenerator(Server server, Patience patience, HttpClient client, ScheduledExecutorService clock) {
        this.server = server;
        this.patience = patience;
        this.client = client;
        this.clock = clock;
    }

    /** HTTP/1.1, as upgrade offers confuse some servers; no redirects, as those would walk past the address check. */
    public static HttpClient client(Patience patience) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .build();
    }

    @Override
    public GeneratorInfo describe() {
        return new GeneratorInfo("openai", server.model(), server.promptFormat(), server.contextTokens());
    }

    @Override
    public Health health() {
        try {
            var asked = request("/models").timeout(Duration.ofSeconds(2)).GET().build();
            var status =
                    client.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? Health.UP : Health.down(server.name() + " answers HTTP " + status + ".");
        } catch (IOException | RuntimeException unreachable) {
            return Health.down(server.name() + " does not answer: " + unreachable.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Health.down("Paddock is stopping.");
        }
    }

    @Override
    public PreparedPrompt prepare(List<Message> messages) {
        return new PreparedPrompt(Sha256.of(ChatBody.canonical(messages)), TokenEstimate.of(messages));
    }

    @Override
    public Generation generate(GenerationRequest request, TokenSink sink) {
        var once = new EndsOnce(sink);
        var exchange = new Exchange(client, () -> completion(request), patience, clock, once);
        Thread.ofVirtual().name("generation on " + server.name()).start(() -> begin(request, exchange, once));
        return exchange;
    }

    /** Some servers cut a long prompt without a word; so it is not even sent. */
    private void begin(GenerationRequest request, Exchange exchange, EndsOnce sink) {
        try {
            var prompt = prepare(request.messages());
            if (prompt.fits(request.decoding().maxTokens(), server.contextTokens())) {
                exchange.run();
            } else {
                sink.failed(tooLong(prompt, request));
            }
        } catch (RuntimeException | Error broken) {
            sink.failed(new Failure(Failure.Kind.BROKEN, broken.toString()));
        }
    }

    private Failure tooLong(PreparedPrompt prompt, GenerationRequest request) {
        return new Failure(
                Failure.Kind.TOO_LONG,
                "about " + prompt.tokens() + " tokens and max_tokens "
                        + request.decoding().maxTokens() + " do not fit in " + server.contextTokens());
    }

    private HttpRequest completion(GenerationRequest request) {
        return request("/chat/completions")
                .timeout(patience.firstToken())
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(ChatBody.of(server.model(), request)))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.at(path));
        server.key().get().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }
}
