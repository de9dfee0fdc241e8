package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.scoring.Precision;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteRewardModelTest extends RemoteWorld {

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
                            many.stream().map(RemoteWorld::pair).toList());

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
}
