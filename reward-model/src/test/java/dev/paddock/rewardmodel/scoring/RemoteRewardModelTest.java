package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.remote.NotScored;
import dev.paddock.rewardmodel.remote.ServerAway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RemoteRewardModelTest {

    private static final List<Message> HELLO = ForeignBundle.CONVERSATIONS.getFirst();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    LoopbackScorer server;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackScorer(Files.createTempDirectory(folder, "server"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vllm", "tei"})
    void aModelOnAServerScoresAsItsOriginalDoes(String dialect) throws IOException {
        try (var model = open(bundle(dialect))) {
            for (var conversation : ForeignBundle.CONVERSATIONS) {
                assertThat(model.score(conversation).value()).isEqualTo(pair(conversation));
            }
            var score = model.score(HELLO);
            assertThat(score.provider()).isEqualTo(Provider.REMOTE);
            assertThat(score.provider().label()).isEqualTo("remote");
            assertThat(score.precision()).isEqualTo(Precision.FP32);
            assertThat(score.tokens()).isEqualTo(7);
            assertThat(model.trouble()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vllm", "tei"})
    void manyKeepTheirOrderAndGoInQuestionsOfSixteen(String dialect) throws IOException {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> List.of(Message.user("one ".repeat(1 + i * 7 % 30)), Message.assistant("two")))
                .toList();
        try (var model = open(bundle(dialect))) {
            server.questions.clear();

            assertThat(model.scoreAll(many))
                    .extracting(Score::value)
                    .containsExactlyElementsOf(
                            many.stream().map(RemoteRewardModelTest::pair).toList());

            assertThat(server.questions)
                    .extracting(question -> question.path(dialect.equals("vllm") ? "input" : "inputs")
                            .size())
                    .containsExactlyInAnyOrder(16, 16, 16, 2);
        }
    }

    @Test
    void asksVllmForTheLogitOfTokensThatWereCutHere() throws IOException {
        open(bundle("vllm")).close();

        var question = server.questions.getFirst();
        assertThat(question.path("model").asString()).isEqualTo("tiny");
        assertThat(question.path("task").asString()).isEqualTo("classify");
        assertThat(question.path("use_activation").asBoolean(true)).isFalse();
        assertThat(question.path("input").toString()).isEqualTo("[[2,26,27,3,28,29,3]]");
    }

    @Test
    void asksTextEmbeddingsInferenceForTheRawScore() throws IOException {
        open(bundle("tei")).close();

        assertThat(server.questions.getFirst().toString())
                .isEqualTo(
                        "{\"raw_scores\":true,\"truncate\":false,\"inputs\":[[\"[CLS]one two[SEP]three four[SEP]\"]]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vllm", "tei"})
    void cutsTheBeginningOfThePromptAndTheEndOfTheAnswer(String dialect) throws IOException {
        var bundle = bundle(dialect).saying("truncation", Map.of("promptTail", 5, "answerHead", 2));
        var kept = List.of(Message.user("four five six seven"), Message.assistant("one two"));
        var whole = List.of(
                Message.user("one two \uD83E\uDD99 three four five six seven"), Message.assistant("one two three"));
        try (var model = open(bundle.saying("golden", golden(kept, pair(kept))))) {
            assertThat(model.score(whole).value()).isEqualTo(pair(kept));
            assertThat(model.score(whole).tokens()).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vllm", "tei"})
    void aSpecialTokenThatSomebodyTypesIsText(String dialect) throws IOException {
        var typed = List.of(Message.user("one[SEP]two"), Message.assistant("three"));
        var read = "[CLS] one [ [UNK] ] two [SEP] three [SEP]";
        try (var model = open(bundle(dialect))) {
            assertThat(model.score(typed).value()).isEqualTo(TinyGraph.byFirst(TinyTokenizer.ids(read)));
        }
    }

    @Test
    void sendsTheKeyThatTheServerWants() throws IOException {
        open(bundle("vllm")).close();
        assertThat(server.keys).containsOnly("null");
        server.keys.clear();
        server.key = "secret";
        open(bundle("vllm")).close();
        assertThat(server.keys).containsOnly("Bearer secret");
    }

    @Test
    void asksNoMoreAtOnceThanTheServerHasSlotsFor() throws Exception {
        try (var model = open(bundle("vllm"));
                var callers = Executors.newCachedThreadPool()) {
            server.slowness = Duration.ofMillis(100);
            var calls = IntStream.range(0, 8)
                    .mapToObj(_ -> callers.submit(() -> model.score(HELLO)))
                    .toList();
            for (var call : calls) {
                assertThat(call.get().value()).isEqualTo(pair(HELLO));
            }
        }
        assertThat(server.most).hasValue(2);
    }

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
                trouble(503, "", ServerAway.class, "is busy: HTTP 503"),
                trouble(400, "too long", NotScored.class, "refuses the conversation: HTTP 400, too long"),
                trouble(413, "", NotScored.class, "refuses the conversation: HTTP 413"),
                trouble(200, "<html>", ServerAway.class, "answers with what is no JSON"),
                trouble(200, "{}", ServerAway.class, "answers without 'data'"),
                trouble(200, "{\"data\":[]}", ServerAway.class, "gives 0 answers for 1 conversations"),
                trouble(200, "{\"data\":[{\"index\":1,\"data\":[1]}]}", ServerAway.class, "leaves out number 0"),
                trouble(200, one("[1,2]"), ServerAway.class, "gives 2 values for a conversation"),
                trouble(200, one("[[1]]"), ServerAway.class, "a classifier with one label"),
                trouble(200, one("[NaN]"), NotScored.class, "gives \"NaN\" for a conversation, which is no score"),
                trouble(200, one("[null]"), NotScored.class, "gives null for a conversation, which is no score"),
                trouble(200, one("[1e999]"), NotScored.class, "which is no score"),
                trouble(200, one("[\"7\"]"), NotScored.class, "which is no score"),
                trouble(
                        200,
                        one("[7]") + " ".repeat(2 << 20),
                        ServerAway.class,
                        "answers with more than 1048576 bytes"),
                arguments(named("hangs", _ -> pause()), ServerAway.class, "does not answer within 2.0 seconds"),
                arguments(
                        named("stalls in the middle", exchange -> {
                            exchange.sendResponseHeaders(200, 100);
                            exchange.getResponseBody().write('[');
                            exchange.getResponseBody().flush();
                            pause();
                        }),
                        ServerAway.class,
                        "does not answer within 2.0 seconds"),
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

    @Test
    void refusesWhatTextEmbeddingsInferenceWouldNotSay() throws IOException {
        try (var model = open(bundle("tei"))) {
            server.trouble = exchange -> LoopbackScorer.reply(exchange, 200, "{\"error\":\"?\"}");
            assertThatThrownBy(() -> model.score(HELLO)).hasMessageContaining("is it Text Embeddings Inference?");
        }
    }

    @Test
    void keepsNobodyWaitingForAServerThatIsAwayAndComesBackByItself() throws Exception {
        try (var model = open(bundle("vllm"))) {
            server.trouble = exchange -> LoopbackScorer.reply(exchange, 500, "");
            assertThatExceptionOfType(ServerAway.class).isThrownBy(() -> model.score(HELLO));
            server.trouble = null;
            var asked = server.questions.size();

            assertThatExceptionOfType(ServerAway.class)
                    .isThrownBy(() -> model.score(HELLO))
                    .withMessageContaining("The model server 'tiny-server' fails: HTTP 500.");
            assertThat(server.questions).hasSize(asked);
            assertThat(model.trouble())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("HTTP 500"));

            Thread.sleep(3_100);
            assertThat(model.score(HELLO).value()).isEqualTo(pair(HELLO));
            assertThat(model.trouble()).isEmpty();
        }
    }

    @Test
    void isNotTakenInByAServerThatComesBackWithAnotherModel() throws Exception {
        try (var model = open(bundle("vllm"))) {
            server.trouble = exchange -> LoopbackScorer.reply(exchange, 502, "");
            assertThatExceptionOfType(ServerAway.class).isThrownBy(() -> model.score(HELLO));

            server.trouble = exchange -> LoopbackScorer.reply(exchange, 200, one("[7]"));
            Thread.sleep(3_100);
            assertThatExceptionOfType(ServerAway.class)
                    .isThrownBy(() -> model.score(HELLO))
                    .withMessageContaining(
                            "came back with another model: it gives a golden conversation 7.0 instead of "
                                    + pair(HELLO));

            server.trouble = null;
            Thread.sleep(3_100);
            assertThat(model.score(HELLO).value()).isEqualTo(pair(HELLO));
        }
    }

    @Test
    void asksABusyServerAgain() throws IOException {
        try (var model = open(bundle("vllm"))) {
            var busy = new AtomicInteger(2);
            server.trouble = exchange -> {
                if (busy.decrementAndGet() == 0) {
                    server.trouble = null;
                }
                exchange.getResponseHeaders().set("Retry-After", "0");
                LoopbackScorer.reply(exchange, 429, "");
            };
            assertThat(model.score(HELLO).value()).isEqualTo(pair(HELLO));
            assertThat(model.trouble()).isEmpty();
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
        var bundle = bundle("vllm").write(Files.createTempDirectory(folder, "bundle"), RemoteRewardModelTest::pair);
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
                .write(Files.createTempDirectory(folder, "bundle"), RemoteRewardModelTest::pair);
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() ->
                        Bundle.open(bundle, ExecutionProviders.cpu(), server).close())
                .withMessageContaining("has no chat template");
    }

    private static ForeignBundle bundle(String dialect) throws IOException {
        return new ForeignBundle(new byte[0], ForeignBundle.PAIR).on(dialect, "tiny-server");
    }

    private RewardModel open(ForeignBundle bundle) throws IOException {
        var written = bundle.write(Files.createTempDirectory(folder, "bundle"), RemoteRewardModelTest::pair);
        return Bundle.open(written, ExecutionProviders.cpu(), server);
    }

    private static List<Map<String, Object>> golden(List<Message> messages, double score) {
        return List.of(Map.of("messages", messages, "score", score));
    }

    private static double pair(List<Message> conversation) {
        return TinyGraph.byFirst(TinyTokenizer.ids("[CLS] "
                + conversation.stream()
                        .map(message -> message.role() == Role.ASSISTANT
                                ? "[SEP] " + message.content().strip() + " [SEP]"
                                : message.content().strip())
                        .collect(Collectors.joining(" "))));
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

    private static String one(String data) {
        return "{\"data\":[{\"index\":0,\"data\":" + data + "}]}";
    }

    private static void pause() {
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
