package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.remote.Servers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a card's truncation lets through, the model must have room for. */
class LongestConversationTest extends ForeignWorld {

    /** The start token and the last separator; the one between the two is the prompt's last token. */
    private static final int ENDS = 2;

    private static ForeignBundle withPlaces(int places, int promptTail, int answerHead) throws IOException {
        var graph = TinyGraph.firstToken().withPlaces(places).onnx("placed", DataType.FLOAT, 2);
        return new ForeignBundle(graph, ForeignBundle.PAIR)
                .saying("output", "placed")
                .saying("truncation", Map.of("promptTail", promptTail, "answerHead", answerHead));
    }

    @Test
    void aTruncationLongerThanTheGraphsPositionsIsRefused() throws IOException {
        assertRefused(
                withPlaces(60, 50, 60 - 50 - ENDS + 1).write(folder, ForeignWorld::pair),
                "a conversation as long as its truncation allows (promptTail 50, answerHead 9) cannot be scored: The graph breaks on it");
    }

    /** It is the same bundle as when it passed, and other models wait to be opened. */
    @Test
    void isNotTriedAgainWhereTheBundleIsKnown() throws IOException {
        var written = withPlaces(60, 50, 60).write(folder, ForeignWorld::pair);
        try (var model = Bundle.open(written, Bundle.id(written), ExecutionProviders.cpu(), Servers.NONE)) {
            assertThat(model.score(ForeignBundle.CONVERSATIONS.getFirst()).value())
                    .isEqualTo(pair(ForeignBundle.CONVERSATIONS.getFirst()));
        }
    }

    @Test
    void oneThatJustFillsThemIsTaken() throws IOException {
        try (var model = open(withPlaces(60, 50, 60 - 50 - ENDS).write(folder, ForeignWorld::pair))) {
            var endless = List.of(Message.user("one ".repeat(900)), Message.assistant("two ".repeat(900)));
            assertThat(model.score(endless).tokens()).isEqualTo(60);
        }
    }

    @Test
    void onlyTheAnswerMayBeTooLongForIt() throws IOException {
        assertRefused(withPlaces(60, 12, 900).write(folder, ForeignWorld::pair), "promptTail 12, answerHead 900");
    }

    /** A number that nobody meant, and far more than any conversation has. */
    @Test
    void aTruncationThatCutsNothingIsTriedAllTheSame() throws IOException {
        assertRefused(
                withPlaces(60, Integer.MAX_VALUE, Integer.MAX_VALUE).write(folder, ForeignWorld::pair),
                "Lower them to what the model has positions for");
    }

    @Test
    void oneThatGivesNoNumberForItIsRefused() throws IOException {
        var graph = TinyGraph.firstToken().noNumberAbove(1_000).onnx("numbered", DataType.FLOAT, 2);
        assertRefused(
                new ForeignBundle(graph, ForeignBundle.PAIR)
                        .saying("output", "numbered")
                        .write(folder, ForeignWorld::pair),
                "as its truncation allows (promptTail 50, answerHead 50) cannot be scored: The model gives it NaN");
    }

    @Nested
    class OnAServer extends RemoteWorld {

        /** What is too long for the server is that text's own, and is said of it. */
        @Test
        void oneThatTheServerRefusesIsThatTextsOwn() throws IOException {
            server.longest = 20;
            try (var model = open(bundle("vllm"))) {
                assertThat(server.questions)
                        .anyMatch(question -> question.path("input").path(0).size() == 50 + 50 + ENDS);
                assertThat(model.trouble()).isEmpty();
                assertThat(model.score(HELLO).value()).isEqualTo(pair(HELLO));
            }
        }

        /** Or it would be away for all whenever somebody writes much. */
        @Test
        void aServerThatBreaksOnItIsRefused() throws IOException {
            var written = bundle("vllm").write(folder, RemoteWorld::pair);
            server.breaksBeyond = 20;
            assertThatExceptionOfType(BundleRefused.class)
                    .isThrownBy(() -> Bundle.open(written, ExecutionProviders.cpu(), server)
                            .close())
                    .withMessageContaining("a conversation as long as its truncation allows")
                    .withMessageContaining("The model server 'tiny-server' fails: HTTP 500")
                    .withMessageNotContaining("Lower them");
        }
    }
}
