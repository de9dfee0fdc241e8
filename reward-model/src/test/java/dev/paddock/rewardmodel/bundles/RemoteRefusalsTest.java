package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.remote.ServerAway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server says that is no score, and bundles whose server is not as they say. */
class RemoteRefusalsTest extends RemoteWorld {

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble(302, "", ServerAway.class, "sends us to another address, which is not followed: HTTP 302"),
                trouble(401, "", ServerAway.class, "does not accept the key: HTTP 401"),
                trouble(
                        404,
                        "{\"message\":\"no such model\"}",
                        ServerAway.class,
                        "or not this model: HTTP 404, {\"mess"),
                trouble(500, "", ServerAway.class, "fails: HTTP 500"),
                trouble(400, "too long", ServerAway.class, "refuses the conversation: HTTP 400, too long"),
                trouble(413, "", ServerAway.class, "refuses the conversation: HTTP 413"),
                trouble(200, "<html>", ServerAway.class, "answers with what is no JSON"),
                trouble(200, "{}", ServerAway.class, "answers without 'data'"),
                trouble(200, "{\"data\":[]}", ServerAway.class, "gives 0 answers for 1 conversations"),
                trouble(200, "{\"data\":[{\"index\":1,\"data\":[1]}]}", ServerAway.class, "leaves out number 0"),
                trouble(200, one("[1,2]"), ServerAway.class, "gives 2 values for a conversation"),
                trouble(200, one("[[1]]"), ServerAway.class, "a classifier with one label"),
                trouble(200, one("[NaN]"), ServerAway.class, "gives \"NaN\" for a conversation, which is no score"),
                trouble(200, one("[null]"), ServerAway.class, "gives null for a conversation, which is no score"),
                trouble(200, one("[1e999]"), ServerAway.class, "which is no score"),
                trouble(200, one("[\"7\"]"), ServerAway.class, "which is no score"),
                trouble(
                        200,
                        one("[7]") + " ".repeat(2 << 20),
                        ServerAway.class,
                        "answers with more than 1048576 bytes"),
                arguments(named("breaks off", exchange -> exchange.close()), ServerAway.class, "breaks off"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void refusesWhatIsNoScoreWithTheReason(
            LoopbackScorer.Trouble trouble, Class<? extends RuntimeException> refusal, String reason)
            throws IOException {
        try (var model = open(bundle("vllm"))) {
            server.trouble = trouble;

            assertThatExceptionOfType(refusal)
                    .isThrownBy(() -> model.score(HELLO))
                    .withMessageContaining(reason);

            assertThat(model.trouble().isPresent()).isEqualTo(refusal == ServerAway.class);
        }
    }

    static Stream<Arguments> delays() {
        return Stream.of(
                trouble(503, "", ServerAway.class, "is busy: HTTP 503"),
                arguments(named("hangs", _ -> pause()), ServerAway.class, "does not answer within 1.0 seconds"),
                arguments(
                        named("stalls in the middle", exchange -> {
                            exchange.sendResponseHeaders(200, 100);
                            exchange.getResponseBody().write('[');
                            exchange.getResponseBody().flush();
                            pause();
                        }),
                        ServerAway.class,
                        "does not answer within 1.0 seconds"));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void hasNoMorePatienceThanItIsTold(
            LoopbackScorer.Trouble trouble, Class<? extends RuntimeException> refusal, String reason)
            throws IOException {
        server.patience = Duration.ofSeconds(1);
        refusesWhatIsNoScoreWithTheReason(trouble, refusal, reason);
    }

    @Test
    void refusesWhatTextEmbeddingsInferenceWouldNotSay() throws IOException {
        try (var model = open(bundle("tei"))) {
            server.trouble = exchange -> LoopbackScorer.reply(exchange, 200, "{\"error\":\"?\"}");
            assertThatThrownBy(() -> model.score(HELLO)).hasMessageContaining("is it Text Embeddings Inference?");
        }
    }

    @Test
    void refusesABundleWhoseServerScoresOtherwise() throws IOException {
        var bundle = bundle("tei").write(Files.createTempDirectory(folder, "bundle"), one -> pair(one) + 1);
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() ->
                        Bundle.open(bundle, ExecutionProviders.cpu(), server).close())
                .withMessageContaining("it scores a golden conversation");
    }

    @Test
    void refusesABundleWhoseServerIsAway() throws IOException {
        var bundle = bundle("vllm").write(Files.createTempDirectory(folder, "bundle"), RemoteWorld::pair);
        server.close();
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() ->
                        Bundle.open(bundle, ExecutionProviders.cpu(), server).close())
                .withMessageContaining("The model server 'tiny-server' refuses the connection.");
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(bundle, ExecutionProviders.cpu()).close())
                .withMessageContaining("'tiny-server' is not known");
        start(folder);
    }

    /** For {@link #stop}. */
    private void start(Path anew) throws IOException {
        server = new LoopbackScorer(Files.createTempDirectory(anew, "server"));
    }

    @Test
    void refusesATemplateOfTheServersWhereItHasNone() throws IOException {
        var bundle = bundle("tei")
                .saying("template", Map.of("shape", "messages"))
                .write(Files.createTempDirectory(folder, "bundle"), RemoteWorld::pair);
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() ->
                        Bundle.open(bundle, ExecutionProviders.cpu(), server).close())
                .withMessageContaining("has no chat template");
    }

    private static Arguments trouble(int status, String body, Class<?> refusal, String reason) {
        return arguments(
                named("HTTP " + status + " " + body.strip(), exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    LoopbackScorer.reply(exchange, status, body);
                }),
                refusal,
                reason);
    }

    private static Named<LoopbackScorer.Trouble> named(String name, LoopbackScorer.Trouble trouble) {
        return Named.of(name, trouble);
    }

    private static void pause() {
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
