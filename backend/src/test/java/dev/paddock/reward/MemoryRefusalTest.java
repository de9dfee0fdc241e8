package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.paddock.BackendTest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.GraphEditor;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A text that the memory does not hold even alone. */
@BackendTest
class MemoryRefusalTest {

    @Autowired
    RewardModels models;

    @Autowired
    ServingModels serving;

    final Caller grace = Caller.signedIn(UUID.randomUUID(), "Grace", Role.LEAD);

    @AfterEach
    void letGo() {
        serving.serve(ModelKind.SAFETY, new Standing.Opening());
    }

    @Test
    void whatTheMemoryDoesNotHoldIsRefusedWithTheReason() {
        try (var greedy = ExecutionProviders.cpu().open(zeros(), "zeros")) {
            var model = new FakeRewardModel(ModelKind.SAFETY, _ -> filled(greedy, 1L << 50));
            serving.serve(ModelKind.SAFETY, new Standing.Serving(new OpenModel("greedy", model)));

            assertThatThrownBy(() -> models.score(
                            grace, ModelKind.SAFETY, List.of(List.of(Message.user("Hi"), Message.assistant("Hello.")))))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE))
                    .hasMessageContaining("The memory for cpu does not hold it")
                    .hasMessageContaining("shorter");
        }
    }

    private static double filled(OnnxModel model, long count) {
        var run = model.run(List.of(new OnnxModel.Longs("count", new long[] {count}, 1)), Set.of("sum"));
        return Objects.requireNonNull(run.get("sum"))[0];
    }

    /** A graph that fills so many zeros into memory as it is told, and adds them up. */
    private static byte[] zeros() {
        return ModelProto.newBuilder()
                .setIrVersion(6)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11))
                .setGraph(GraphProto.newBuilder()
                        .setName("zeros")
                        .addInput(value("count", DataType.INT64, 2))
                        .addNode(node("Squeeze", "count", "flat").addAttribute(GraphEditor.ints("axes", 0)))
                        .addNode(node("ConstantOfShape", "flat", "zeros"))
                        .addNode(node("ReduceSum", "zeros", "sum").addAttribute(GraphEditor.number("keepdims", 1)))
                        .addOutput(value("sum", DataType.FLOAT, 1)))
                .build()
                .toByteArray();
    }

    private static NodeProto.Builder node(String type, String input, String output) {
        return NodeProto.newBuilder().setOpType(type).addInput(input).addOutput(output);
    }

    private static ValueInfoProto value(String name, DataType type, int rank) {
        var shape = TensorShapeProto.newBuilder();
        for (var i = 0; i < rank; i++) {
            shape.addDim(Dimension.newBuilder().setDimValue(1));
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
