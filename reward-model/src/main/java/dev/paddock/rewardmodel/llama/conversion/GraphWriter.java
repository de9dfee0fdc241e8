package dev.paddock.rewardmodel.llama.conversion;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.List;

/** Writes an ONNX graph node by node. A value is named by the string that the method making it returns; "" is an absent input. */
final class GraphWriter {

    private static final String MICROSOFT = "com.microsoft";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("llama");
    private final String weightFile;
    private int names;

    GraphWriter(String weightFile) {
        this.weightFile = weightFile;
    }

    /** A node of the ONNX standard with one output. */
    String standard(String operator, List<String> inputs, AttributeProto... attributes) {
        var output = operator + "_" + names++;
        node("", operator, inputs, List.of(output), attributes);
        return output;
    }

    /** A node of ONNX Runtime's own operators with one output. */
    String contributed(String operator, List<String> inputs, AttributeProto... attributes) {
        var output = operator + "_" + names++;
        contributed(operator, inputs, List.of(output), attributes);
        return output;
    }

    void contributed(String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        node(MICROSOFT, operator, inputs, outputs, attributes);
    }

    void standard(String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        node("", operator, inputs, outputs, attributes);
    }

    private void node(
            String domain, String op, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(op + "#" + graph.getNodeCount())
                .setDomain(domain)
                .setOpType(op)
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(Arrays.asList(attributes)));
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    /** A list of whole numbers inside the graph file. */
    String constant(long... values) {
        var tensor = tensor("constant", TensorProto.DataType.INT64, values.length);
        for (var value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    String scalar(long value) {
        var tensor = tensor("scalar", TensorProto.DataType.INT64).addInt64Data(value);
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    /** Numbers that lie in the weight file. */
    String weights(String name, TensorProto.DataType type, WeightFile.Region region, long... dimensions) {
        var tensor = tensor(name, type, dimensions)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", weightFile))
                .addExternalData(entry("offset", Long.toString(region.offset())))
                .addExternalData(entry("length", Long.toString(region.length())));
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    private TensorProto.Builder tensor(String name, TensorProto.DataType type, long... dimensions) {
        var tensor = TensorProto.newBuilder().setName(name + "_" + names++).setDataType(type.getNumber());
        for (var dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return tensor;
    }

    /** Dimensions are numbers ({@link Integer}) or names (String). */
    String input(String name, TensorProto.DataType type, Object... dimensions) {
        graph.addInput(value(name, type, dimensions));
        return name;
    }

    void output(String name, TensorProto.DataType type, Object... dimensions) {
        graph.addOutput(value(name, type, dimensions));
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, Object... dimensions) {
        var shape = TensorShapeProto.newBuilder();
        for (var dimension : dimensions) {
            switch (dimension) {
                case Integer size -> shape.addDimBuilder().setDimValue(size);
                default -> shape.addDimBuilder().setDimParam(dimension.toString());
            }
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    byte[] finish(String property, String value) {
        return ModelProto.newBuilder()
                .setIrVersion(10)
                .setProducerName("paddock")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(21))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(1))
                .addMetadataProps(entry(property, value))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
