package dev.paddock.rewardmodel.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX graph while it is changed: nodes and constants are added, outputs are chosen, and what no output needs is dropped (ONNX Runtime
 * would compute it all the same). Nodes are written in opset 11, where axes are attributes.
 */
public final class GraphEditor {

    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

    private final ModelProto.Builder model;
    private final GraphProto.Builder graph;

    private GraphEditor(ModelProto.Builder model) {
        this.model = model;
        this.graph = model.getGraphBuilder();
    }

    /** @throws ModelUnreadable where the bytes are no ONNX model */
    public static GraphEditor of(byte[] onnx) {
        try {
            return new GraphEditor(ModelProto.parseFrom(onnx).toBuilder());
        } catch (InvalidProtocolBufferException e) {
            throw new ModelUnreadable("This is no ONNX model: " + e.getMessage(), e);
        }
    }

    public boolean has(String tensor) {
        return graph.getNodeList().stream()
                .anyMatch(node -> node.getOutputList().contains(tensor));
    }

    /** Adds a node named like its only output and returns that name. */
    public String node(String type, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    /** Adds a constant of 32-bit floats, row after row, and returns its name. */
    public String constant(String name, float[] values, long... shape) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        var tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT).setRawData(ByteString.copyFrom(bytes));
        for (var dimension : shape) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds a constant whole number without dimensions, such as an axis or a position, and returns its name. */
    public String integer(String name, long value) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addInt64Data(value));
        return name;
    }

    /** Adds a float input of shape [batch, width]. */
    public void input(String name, int width) {
        graph.addInput(matrix(name, width));
    }

    /** Makes exactly these float tensors of shape [batch, width] the outputs. */
    public void outputs(Map<String, Integer> widths) {
        graph.clearOutput();
        widths.forEach((name, width) -> graph.addOutput(matrix(name, width)));
    }

    /** The model with only those nodes and constants that its outputs need. */
    public byte[] pruned() {
        var needed = needed();
        var nodes = graph.getNodeList().stream()
                .filter(node -> anyIn(node.getOutputList(), needed))
                .toList();
        var constants = graph.getInitializerList().stream()
                .filter(tensor -> needed.contains(tensor.getName()))
                .toList();
        var kept = GraphProto.newBuilder(graph.build())
                .clearNode()
                .addAllNode(nodes)
                .clearInitializer()
                .addAllInitializer(constants);
        kept.clearValueInfo();
        return ModelProto.newBuilder(model.build()).setGraph(kept).build().toByteArray();
    }

    /** Nodes of a valid graph come after those they read from, so one walk from the end finds everything. */
    private Set<String> needed() {
        var needed = new HashSet<String>();
        graph.getOutputList().forEach(output -> needed.add(output.getName()));
        for (var i = graph.getNodeCount() - 1; i >= 0; i--) {
            var node = graph.getNode(i);
            if (anyIn(node.getOutputList(), needed)) {
                needed.addAll(node.getInputList());
            }
        }
        return needed;
    }

    private static boolean anyIn(List<String> names, Set<String> wanted) {
        return names.stream().anyMatch(wanted::contains);
    }

    private static ValueInfoProto matrix(String name, int width) {
        var shape = TensorShapeProto.newBuilder();
        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch_size"));
        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
        var tensor = TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    public static AttributeProto ints(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (var value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    public static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }
}
