package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ForeignModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void scoresByTheLastTokenWhatAModelOfTheLlamaFamilyReads() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.lastToken().onnx(), ForeignBundle.LLAMA3);
        try (var model = open(bundle.write(folder, ForeignModelTest::llama3))) {
            assertThat(model.score(ForeignBundle.CONVERSATIONS.getFirst()).value())
                    .isEqualTo(10 * 11 + (8 + 9 + 13 + 10 + 26 + 27 + 11) + (9 + 14 + 10 + 28 + 29 + 11));
            assertThat(model.card().base()).isNull();
            assertThat(model.card().heldOut()).isEmpty();
        }
    }

    @Test
    void scoresByTheFirstTokenWhatAModelOfTheDebertaFamilyReads() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR);
        try (var model = open(bundle.write(folder, ForeignModelTest::pair))) {
            assertThat(model.score(ForeignBundle.CONVERSATIONS.getFirst()).value())
                    .isEqualTo(10 * 2 + (2 + 26 + 27 + 3 + 28 + 29 + 3));
        }
    }

    @Test
    void paddingChangesNoScoreOfABatchInvariantModel() throws IOException {
        var bundle = new ForeignBundle(
                TinyGraph.lastToken().onnx(), "{\"shape\":\"chat\",\"format\":\"llama3\",\"pad\":\"<|eot_id|>\"}");
        try (var model = (OnnxRewardModel) open(bundle.write(folder, ForeignModelTest::llama3))) {
            var together = model.together(ForeignBundle.CONVERSATIONS);
            for (var i = 0; i < together.size(); i++) {
                assertThat(together.get(i).value()).isCloseTo(llama3(ForeignBundle.CONVERSATIONS.get(i)), within(1e-4));
            }
        }
    }

    @Test
    void refusesAModelThatSaysItIsBatchInvariantButReadsThePadding() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.lastPosition().onnx(), ForeignBundle.LLAMA3);
        assertRefused(
                bundle.write(folder, ForeignModelTest::llama3),
                "its card says batchInvariant, but beside a longer one it scores a golden conversation");
    }

    @Test
    void takesTheSameModelWhereItsCardSaysThatItNeedsBatchesOfOne() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.lastPosition().onnx(), ForeignBundle.LLAMA3);
        open(bundle.saying("batchInvariant", false).write(folder, ForeignModelTest::llama3))
                .close();
    }

    @Test
    void givesPositionsAndTypesToAGraphThatAsksForThem() throws IOException {
        var graph = TinyGraph.firstToken().withPositionsAndTypes().onnx("typed", DataType.FLOAT, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR.replace("\"user\"", "\"pair\":true,\"user\""))
                .saying("inputs", List.of("token_type_ids", "position_ids", "input_ids", "attention_mask"))
                .saying("output", "typed");
        open(bundle.write(folder, conversation -> pair(conversation) - pairIds(conversation).length))
                .close();
    }

    @Test
    void readsAnOutputOfOneDimension() throws IOException {
        var graph = TinyGraph.firstToken().flat("logits", "flat").onnx("flat", DataType.FLOAT, 1);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "flat");
        open(bundle.write(folder, ForeignModelTest::pair)).close();
    }

    @Test
    void readsAnOutputOfHalfPrecision() throws IOException {
        var graph =
                TinyGraph.firstToken().cast("logits", "half", DataType.FLOAT16).onnx("half", DataType.FLOAT16, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR)
                .saying("output", "half")
                .saying("precision", "fp16");
        open(bundle.write(folder, ForeignModelTest::pair)).close();
    }

    @Test
    void givesTokensOfThirtyTwoBitsToAGraphThatAsksForThem() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.lastToken(DataType.INT32).onnx(), ForeignBundle.LLAMA3);
        open(bundle.write(folder, ForeignModelTest::llama3)).close();
    }

    @Test
    void refusesSeveralNumbersAConversation() throws IOException {
        var graph = TinyGraph.firstToken().twice("logits", "two").onnx("two", DataType.FLOAT, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "two");
        assertRefused(bundle.write(folder, ForeignModelTest::pair), "its output two has the shape [-1, 2]");
    }

    @Test
    void refusesAnOutputThatIsNoNumberWithAPoint() throws IOException {
        var graph =
                TinyGraph.firstToken().cast("logits", "whole", DataType.INT64).onnx("whole", DataType.INT64, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "whole");
        assertRefused(bundle.write(folder, ForeignModelTest::pair), "its output whole is of type INT64");
    }

    @Test
    void refusesAGraphThatIsNeverThrough() throws IOException {
        var graph = TinyGraph.firstToken().looping(Long.MAX_VALUE).onnx("late", DataType.FLOAT, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "late");
        var written = bundle.write(folder, ForeignModelTest::pair);
        var impatient = ExecutionProviders.cpu().endingRunsAfter(Duration.ofMillis(200));
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(written, impatient))
                .withMessageContaining("not through after 0.2 seconds");
    }

    @Test
    void takesAGraphWithALoopThatIsThroughInTime() throws IOException {
        var graph = TinyGraph.firstToken().looping(1_000).onnx("late", DataType.FLOAT, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "late");
        open(bundle.write(folder, ForeignModelTest::pair)).close();
    }

    @Test
    void refusesAModelThatWasTrainedOnAnotherTemplate() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.LLAMA3);
        assertRefused(bundle.write(folder, ForeignModelTest::pair), "it scores a golden conversation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind",
                "name",
                "version",
                "template",
                "truncation",
                "inputs",
                "output",
                "precision",
                "batchInvariant",
                "golden",
                "goldenTolerance"
            })
    void refusesACardThatIsSilentOnWhatMatters(String field) throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR)
                .write(folder, ForeignModelTest::pair);
        var card = Bundle.JSON.readTree(Files.readString(bundle.resolve("reward-model.json")));
        ((ObjectNode) card).remove(field);
        Files.writeString(bundle.resolve("reward-model.json"), card.toString());
        assertRefused(bundle, field.equals("goldenTolerance") ? "" : "does not follow the contract");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shape\":\"chat\",\"format\":\"vicuna\"}",
                "{\"shape\":\"chat\"}",
                "{\"shape\":\"turns\",\"user\":{},\"assistant\":{}}",
                "{\"format\":\"llama3\"}"
            })
    void refusesATemplateItHasNoWordsFor(String template) throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), template);
        assertRefused(bundle.write(folder, ForeignModelTest::pair), "does not follow the contract");
    }

    @Test
    void refusesASpecialTokenThatTheTokenizerLacks() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR.replace("[CLS]", "<bos>"));
        assertRefused(bundle.write(folder, ForeignModelTest::pair), "no special token <bos>");
        var padded = new ForeignBundle(
                TinyGraph.firstToken().onnx(), ForeignBundle.PAIR.replace("\"user\"", "\"pad\":\"<pad>\",\"user\""));
        assertRefused(padded.write(folder, ForeignModelTest::pair), "no special token <pad>");
    }

    @Test
    void readsWeightsThatLieBesideTheGraph() throws IOException {
        var bundle = new ForeignBundle(
                        TinyGraph.firstToken().external("model.onnx_data").onnx(), ForeignBundle.PAIR)
                .with("model.onnx_data", TinyGraph.weights());
        open(bundle.write(folder, ForeignModelTest::pair)).close();
    }

    @Test
    void refusesWeightsBesideTheGraphThatWereChanged() throws IOException {
        var bundle = new ForeignBundle(
                        TinyGraph.firstToken().external("model.onnx_data").onnx(), ForeignBundle.PAIR)
                .with("model.onnx_data", TinyGraph.weights());
        bundle.write(folder, ForeignModelTest::pair);
        Files.write(folder.resolve("model.onnx_data"), new byte[TinyTokenizer.size() * Float.BYTES]);
        assertRefused(folder, "model.onnx_data is not the file it was made with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../weights.bin", "/tmp/weights.bin", "a/../../weights.bin", "..", "./weights.bin", "sub/w.bin"})
    void refusesWeightsThatLieElsewhere(String location) throws IOException {
        Files.write(folder.resolveSibling("weights.bin"), TinyGraph.weights());
        var bundle = new ForeignBundle(TinyGraph.firstToken().external(location).onnx(), ForeignBundle.PAIR);
        assertRefused(
                bundle.write(folder, ForeignModelTest::pair),
                "model.onnx keeps weights in '" + location + "', which is not the name of a file in it");
    }

    @Test
    void refusesWeightsThatLieElsewhereEvenIfTheCardVouchesForThem() throws IOException {
        var graph = TinyGraph.firstToken().external("../weights.bin").onnx();
        Files.write(folder.resolveSibling("weights.bin"), TinyGraph.weights());
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR)
                .saying(
                        "files",
                        Map.of("model.onnx", Sha256.of(graph), "../weights.bin", Sha256.of(TinyGraph.weights())));
        assertRefused(bundle.write(folder, ForeignModelTest::pair), "");
    }

    private static RewardModel open(Path bundle) {
        return Bundle.open(bundle, ExecutionProviders.cpu());
    }

    private static void assertRefused(Path bundle, String reason) {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> open(bundle).close())
                .withMessageContaining(reason);
    }

    private static double llama3(List<Message> conversation) {
        return TinyGraph.byLast(TinyTokenizer.ids("<|begin_of_text|> "
                + conversation.stream()
                        .map(message ->
                                "<|start_header_id|> " + message.role().name().toLowerCase(Locale.ROOT)
                                        + " <|end_header_id|> " + message.content() + " <|eot_id|>")
                        .collect(Collectors.joining(" "))));
    }

    private static double pair(List<Message> conversation) {
        return TinyGraph.byFirst(pairIds(conversation));
    }

    private static long[] pairIds(List<Message> conversation) {
        return TinyTokenizer.ids("[CLS] "
                + conversation.stream()
                        .map(message -> message.role() == Role.ASSISTANT
                                ? "[SEP] " + message.content() + " [SEP]"
                                : message.content())
                        .collect(Collectors.joining(" ")));
    }
}
