package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.paddock.rewardmodel.inference.Batch;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.Pooling;
import dev.paddock.rewardmodel.scoring.Sequence;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Poolings over an encoder so small that they can be computed by hand: the state of a token is (token, -token²). */
class PooledEncoderTest {

    private static final int TOKENS = 60;

    /** Two directions of the prompt, three of the answer. */
    private static final Axes AXES = new Axes(
            Axes.Projection.of(new float[] {10, -100}, new float[] {0.5f, -0.1f, 0.01f, 0.02f}),
            Axes.Projection.of(new float[] {2, -20}, new float[] {1, -0.5f, 0.3f, 0.1f, 0.2f, -0.7f}));

    @Test
    void poolsTheAnswersTokensOnly() {
        var sequence = read(new long[] {1, 50, 2, 3, 5, 10, 2}, 3);

        assertThat(pooled(Pooling.ANSWER_MEAN, sequence)).containsExactly(6, -134 / 3f);
        assertThat(pooled(Pooling.ANSWER_MAX, sequence)).containsExactly(10, -9);
        assertThat(pooled(Pooling.ANSWER_DEVIATION, sequence)[0])
                .isCloseTo((float) Math.sqrt(134 / 3.0 - 36), within(1e-4f));
        assertThat(pooled(Pooling.ANSWER_OPENING, sequence)).containsExactly(6, -134 / 3f);
        assertThat(pooled(Pooling.ANSWER_CLOSING, sequence)).containsExactly(6, -134 / 3f);
        assertThat(pooled(Pooling.START, sequence)).containsExactly(1, -1);
        assertThat(pooled(Pooling.END, sequence)).containsExactly(2, -4);
    }

    @Test
    void leavesStartTokenAndSeparatorsOutOfThePrompt() {
        assertThat(pooled(Pooling.PROMPT_MEAN, read(new long[] {1, 50, 40, 2, 3, 5, 2}, 4)))
                .containsExactly(45, -(50 * 50 + 40 * 40) / 2f);
        assertThat(pooled(Pooling.PROMPT_MEAN, read(new long[] {1, 2, 3, 5, 2}, 2)))
                .as("an empty prompt")
                .containsExactly(0, 0);
    }

    @Test
    void multipliesEachDirectionOfThePromptByEachOfTheAnswer() {
        var sequence = read(new long[] {1, 50, 2, 3, 5, 10, 2}, 3);

        var prompt = new double[] {40 * 0.5 + -2400 * 0.01, 40 * -0.1 + -2400 * 0.02};
        var state = -134 / 3.0 + 20;
        var answer = new double[] {4 * 1 + state * 0.1, 4 * -0.5 + state * 0.2, 4 * 0.3 + state * -0.7};
        var products = new float[6];
        for (var i = 0; i < products.length; i++) {
            products[i] = (float) (prompt[i / 3] * answer[i % 3]);
        }
        assertThat(pooled(Pooling.PROMPT_BY_ANSWER, sequence)).containsExactly(products, within(1e-3f));
    }

    @Test
    void multipliesNothingWithoutAxes() {
        var blocks = List.of(new Block(1, Pooling.PROMPT_BY_ANSWER));
        assertThatNullPointerException()
                .isThrownBy(() -> new PooledEncoder(encoder(), 2, null).withOutputs(blocks))
                .withMessageContaining("has axes");
    }

    @Test
    void takesTheFirst24TokensForTheOpeningAndTheLast24ForTheClosing() {
        var ids = LongStream.concat(LongStream.of(1, 2), LongStream.rangeClosed(3, 42))
                .toArray();
        // The last one is the separator: the answer is 3 to 41, its opening 3 to 26, its closing 18 to 41.
        assertThat(pooled(Pooling.ANSWER_OPENING, read(ids, 2))[0]).isEqualTo(14.5f);
        assertThat(pooled(Pooling.ANSWER_CLOSING, read(ids, 2))[0]).isEqualTo(29.5f);
        assertThat(pooled(Pooling.ANSWER_MEAN, read(ids, 2))[0]).isEqualTo(22);
    }

    @Test
    void isZeroForAnAnswerWithoutTokens() {
        var nothing = read(new long[] {1, 7, 2, 2}, 3);
        for (var pooling : List.of(
                Pooling.ANSWER_MEAN,
                Pooling.ANSWER_MAX,
                Pooling.ANSWER_DEVIATION,
                Pooling.ANSWER_OPENING,
                Pooling.ANSWER_CLOSING)) {
            for (var number : pooled(pooling, nothing)) {
                assertThat(number).as(pooling.name()).isZero();
            }
        }
    }

    @Test
    void isNotDisturbedByThePaddingOfAShorterOne() {
        var shorter = read(new long[] {1, 9, 2, 4, 6, 2}, 3);
        var longer = read(LongStream.range(1, 50).toArray(), 3);
        for (var pooling : Pooling.values()) {
            var alone = pooled(pooling, shorter);
            var together = pooled(pooling, longer, shorter);
            assertThat(Arrays.copyOfRange(together, alone.length, 2 * alone.length))
                    .as(pooling.name())
                    .containsExactly(alone);
        }
    }

    /** The last token is the separator, which belongs to no answer. */
    private static Sequence read(long[] ids, int answerStart) {
        return new Sequence(ids, answerStart, ids.length - 1);
    }

    private static float[] pooled(Pooling pooling, Sequence... sequences) {
        var block = new Block(1, pooling);
        var graph = new PooledEncoder(encoder(), 2, AXES).withOutputs(List.of(block));
        var batch = new Batch(
                List.of(sequences), Stream.of(sequences).map(_ -> new float[0]).toList(), 0);
        var output = PooledEncoder.output(block);
        try (var model = ExecutionProviders.cpu().open(graph, "a table")) {
            return Objects.requireNonNull(model.run(batch.inputs(model.inputs()), new LinkedHashSet<>(List.of(output)))
                    .get(output));
        }
    }

    private static byte[] encoder() {
        var table = TensorProto.newBuilder()
                .setName("table")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(TOKENS)
                .addDims(2);
        for (var token = 0; token < TOKENS; token++) {
            table.addFloatData(token).addFloatData(-token * token);
        }
        var graph = GraphProto.newBuilder()
                .setName("table")
                .addInput(tokens("input_ids"))
                .addInput(tokens("attention_mask"))
                .addInput(tokens("token_type_ids"))
                .addInitializer(table)
                .addNode(NodeProto.newBuilder()
                        .setOpType("Gather")
                        .setName("states")
                        .addInput("table")
                        .addInput("input_ids")
                        .addOutput("last_hidden_state"));
        return ModelProto.newBuilder()
                .setIrVersion(6)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto tokens(String name) {
        var shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch_size"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("length"));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.INT64.getNumber())
                                .setShape(shape)))
                .build();
    }
}
