package dev.paddock.reward;

import static ai.onnx.proto.OnnxMl.AttributeProto.AttributeType.GRAPH;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.paddock.rewardmodel.onnx.GraphEditor;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Graphs that ask for more than there is. */
final class Gluttons {

    private Gluttons() {}

    /** What the graph makes of that number. */
    static double run(OnnxModel model, long count) {
        var run = model.run(List.of(new OnnxModel.Longs("count", new long[] {count}, 1)), Set.of("sum"));
        return Objects.requireNonNull(run.get("sum"))[0];
    }

    /** Fills so many zeros into memory as it is told, and adds them up. */
    static byte[] zeros() {
        return model(GraphProto.newBuilder()
                .setName("zeros")
                .addInput(value("count", DataType.INT64, 2))
                .addNode(node("Squeeze", "flat", "count").addAttribute(GraphEditor.ints("axes", 0)))
                .addNode(node("ConstantOfShape", "zeros", "flat"))
                .addNode(node("ReduceSum", "sum", "zeros").addAttribute(GraphEditor.number("keepdims", 1)))
                .addOutput(value("sum", DataType.FLOAT, 1)));
    }

    /** Goes round as often as it is told. */
    static byte[] rounds() {
        var round = GraphProto.newBuilder()
                .setName("round")
                .addInput(value("number", DataType.INT64, 0))
                .addInput(value("goes", DataType.BOOL, 1))
                .addInput(value("so-far", DataType.FLOAT, 1))
                .addNode(node("Identity", "goes-on", "goes"))
                .addNode(node("Abs", "then", "so-far"))
                .addOutput(value("goes-on", DataType.BOOL, 1))
                .addOutput(value("then", DataType.FLOAT, 1));
        return model(GraphProto.newBuilder()
                .setName("rounds")
                .addInput(value("count", DataType.INT64, 2))
                .addNode(node("Squeeze", "flat", "count").addAttribute(GraphEditor.ints("axes", 0)))
                .addNode(node("Cast", "go", "flat").addAttribute(GraphEditor.number("to", DataType.BOOL.getNumber())))
                .addNode(node("Cast", "begin", "flat")
                        .addAttribute(GraphEditor.number("to", DataType.FLOAT.getNumber())))
                .addNode(node("Loop", "sum", "flat", "go", "begin")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("body")
                                .setType(GRAPH)
                                .setG(round)))
                .addOutput(value("sum", DataType.FLOAT, 1)));
    }

    private static byte[] model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(6)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static NodeProto.Builder node(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .addAllInput(List.of(inputs))
                .addOutput(output);
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
