package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.paddock.rewardmodel.inference.OnnxRewardModel;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ForeignModelTest extends ForeignWorld {

    @Test
    void scoresByTheLastTokenWhatAModelOfTheLlamaFamilyReads() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.lastToken().onnx(), ForeignBundle.LLAMA3);
        try (var model = open(bundle.write(folder, ForeignWorld::llama3))) {
            assertThat(model.score(ForeignBundle.CONVERSATIONS.getFirst()).value())
                    .isEqualTo(10 * 11 + (8 + 9 + 13 + 10 + 26 + 27 + 11) + (9 + 14 + 10 + 28 + 29 + 11));
            assertThat(model.card().base()).isNull();
            assertThat(model.card().heldOut()).isEmpty();
        }
    }

    @Test
    void scoresByTheFirstTokenWhatAModelOfTheDebertaFamilyReads() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR);
        try (var model = open(bundle.write(folder, ForeignWorld::pair))) {
            assertThat(model.score(ForeignBundle.CONVERSATIONS.getFirst()).value())
                    .isEqualTo(10 * 2 + (2 + 26 + 27 + 3 + 28 + 29 + 3));
        }
    }

    @Test
    void paddingChangesNoScoreOfABatchInvariantModel() throws IOException {
        var bundle = new ForeignBundle(
                TinyGraph.lastToken().onnx(), "{\"shape\":\"chat\",\"format\":\"llama3\",\"pad\":\"<|eot_id|>\"}");
        try (var model = (OnnxRewardModel) open(bundle.write(folder, ForeignWorld::llama3))) {
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
                bundle.write(folder, ForeignWorld::llama3),
                "its card says batchInvariant, but beside a longer one it scores a golden conversation");
    }

    @Test
    void refusesAModelThatSaysItIsBatchInvariantButTakesOneRowOnly() throws IOException {
        var graph = TinyGraph.firstToken().ofOneRow().onnx("single", DataType.FLOAT, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "single");
        assertRefused(
                bundle.write(folder, ForeignWorld::pair),
                "its card says batchInvariant, but beside a longer one it cannot score a golden conversation (golden[0]): ");
        open(bundle.saying("batchInvariant", false).write(folder, ForeignWorld::pair))
                .close();
    }

    @Test
    void takesTheSameModelWhereItsCardSaysThatItNeedsBatchesOfOne() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.lastPosition().onnx(), ForeignBundle.LLAMA3);
        open(bundle.saying("batchInvariant", false).write(folder, ForeignWorld::llama3))
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
        open(bundle.write(folder, ForeignWorld::pair)).close();
    }

    @Test
    void readsAnOutputOfHalfPrecision() throws IOException {
        var graph =
                TinyGraph.firstToken().cast("logits", "half", DataType.FLOAT16).onnx("half", DataType.FLOAT16, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR)
                .saying("output", "half")
                .saying("precision", "fp16");
        open(bundle.write(folder, ForeignWorld::pair)).close();
    }

    @Test
    void givesTokensOfThirtyTwoBitsToAGraphThatAsksForThem() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.lastToken(DataType.INT32).onnx(), ForeignBundle.LLAMA3);
        open(bundle.write(folder, ForeignWorld::llama3)).close();
    }

    @Test
    void refusesSeveralNumbersAConversation() throws IOException {
        var graph = TinyGraph.firstToken().twice("logits", "two").onnx("two", DataType.FLOAT, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "two");
        assertRefused(bundle.write(folder, ForeignWorld::pair), "its output two has the shape [-1, 2]");
    }

    @Test
    void refusesAnOutputThatIsNoNumberWithAPoint() throws IOException {
        var graph =
                TinyGraph.firstToken().cast("logits", "whole", DataType.INT64).onnx("whole", DataType.INT64, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "whole");
        assertRefused(bundle.write(folder, ForeignWorld::pair), "its output whole is of type INT64");
    }

    @Test
    void refusesAGraphThatIsNeverThrough() throws IOException {
        var graph = TinyGraph.firstToken().looping(Long.MAX_VALUE).onnx("late", DataType.FLOAT, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "late");
        var written = bundle.write(folder, ForeignWorld::pair);
        var impatient = ExecutionProviders.cpu().endingRunsAfter(Duration.ofMillis(200));
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(written, impatient))
                .withMessageContaining("not through after 0.2 seconds");
    }

    @Test
    void takesAGraphWithALoopThatIsThroughInTime() throws IOException {
        var graph = TinyGraph.firstToken().looping(1_000).onnx("late", DataType.FLOAT, 2);
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "late");
        open(bundle.write(folder, ForeignWorld::pair)).close();
    }

    /** The native library quotes the whole of it. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void refusesANodeWithANameOfAMegabyteInFewWords() throws IOException {
        var graph = TinyGraph.firstToken();
        graph.node("Unheard", "a".repeat(1 << 20), List.of("logits"));
        var written = new ForeignBundle(graph.onnx(), ForeignBundle.PAIR).write(folder, ForeignWorld::pair);
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> open(written))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(3_000));
    }

    @Test
    void refusesAModelThatWasTrainedOnAnotherTemplate() throws IOException {
        var bundle = new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.LLAMA3);
        assertRefused(bundle.write(folder, ForeignWorld::pair), "it scores a golden conversation");
    }
}
