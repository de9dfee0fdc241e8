package dev.paddock.rewardmodel.bundles;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.List;

/** A graph in the making, in the few parts that ours need. */
abstract class DraftedGraph {

    final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

    final void input(String name, DataType type) {
        graph.addInput(value(
                name, type, TensorShapeProto.newBuilder().addDim(open("batch")).addDim(open("length"))));
    }

    final void longs(String name, long value) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64.getNumber())
                .addDims(1)
                .addInt64Data(value));
    }

    final void floats(String name, float value) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(1)
                .addFloatData(value));
    }

    final void node(String type, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(Arrays.asList(attributes)));
    }

    private static TensorShapeProto.Dimension.Builder open(String name) {
        return TensorShapeProto.Dimension.newBuilder().setDimParam(name);
    }

    static ValueInfoProto value(String name, DataType type, TensorShapeProto.Builder shape) {
        var tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    static TensorShapeProto.Builder oneWide() {
        return TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(1));
    }

    byte[] onnx(String output, DataType type, int rank) {
        var shape = TensorShapeProto.newBuilder().addDim(open("batch"));
        for (var i = 1; i < rank; i++) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(output.equals("two") ? 2 : 1));
        }
        graph.addOutput(value(output, type, shape));
        return ModelProto.newBuilder()
                .setIrVersion(6)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
