package dev.paddock.rewardmodel.bundles;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import com.google.protobuf.ByteString;
import dev.paddock.rewardmodel.onnx.GraphEditor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A reward model that is easily reckoned: a token's vector is its id, the score is that of the pooled token, ten times, and of all tokens
 * together. Inputs as the graphs of the ecosystem have them.
 */
public final class TinyGraph extends DraftedGraph {

    private TinyGraph(DataType tokens) {
        input("input_ids", tokens);
        input("attention_mask", tokens);
        embeddings();
        node("Cast", "mask", List.of("attention_mask"), GraphEditor.number("to", 1));
        node("Gather", "values", List.of("embeddings", "input_ids"));
        node("Mul", "kept", List.of("values", "mask"));
        node("ReduceSum", "sum", List.of("kept"), GraphEditor.ints("axes", 1), GraphEditor.number("keepdims", 1));
    }

    /** What a graph of last-token pooling gives for these tokens. */
    static double byLast(long... ids) {
        return 10.0 * ids[ids.length - 1] + LongStream.of(ids).sum();
    }

    /** What a graph of first-token pooling gives. */
    static double byFirst(long... ids) {
        return 10.0 * ids[0] + LongStream.of(ids).sum();
    }

    static TinyGraph lastToken(DataType tokens) {
        var graph = new TinyGraph(tokens);
        graph.node(
                "ReduceSum",
                "count",
                List.of("attention_mask"),
                GraphEditor.ints("axes", 1),
                GraphEditor.number("keepdims", 1));
        graph.longs("one", 1);
        graph.node("Cast", "count.long", List.of("count"), GraphEditor.number("to", 7));
        graph.node("Sub", "last", List.of("count.long", "one"));
        graph.node("GatherElements", "pooled", List.of("values", "last"), GraphEditor.number("axis", 1));
        return graph.scored();
    }

    static TinyGraph lastToken() {
        return lastToken(DataType.INT64);
    }

    /** Pools whatever is at the last position, padding included: what a careless export does. */
    static TinyGraph lastPosition() {
        return position(-1);
    }

    public static TinyGraph firstToken() {
        return position(0);
    }

    private static TinyGraph position(int position) {
        var graph = new TinyGraph(DataType.INT64);
        graph.longs("position", position);
        graph.node("Gather", "pooled", List.of("values", "position"), GraphEditor.number("axis", 1));
        return graph.scored();
    }

    private TinyGraph scored() {
        floats("ten", 10);
        node("Mul", "pooled.ten", List.of("pooled", "ten"));
        node("Add", "logits", List.of("pooled.ten", "sum"));
        return this;
    }

    /** Takes away from the score the number of the last token's position, and the type of the last token. */
    TinyGraph withPositionsAndTypes() {
        for (var input : List.of("position_ids", "token_type_ids")) {
            input(input, DataType.INT64);
            node(
                    "ReduceMax",
                    input + ".max",
                    List.of(input),
                    GraphEditor.ints("axes", 1),
                    GraphEditor.number("keepdims", 1));
            node("Cast", input + ".float", List.of(input + ".max"), GraphEditor.number("to", 1));
        }
        node("Sub", "moved", List.of("logits", "position_ids.float"));
        node("Sub", "typed", List.of("moved", "token_type_ids.float"));
        return this;
    }

    /** Wants more memory than there can be as soon as a batch has more than so many rows; the score stays the same. */
    public TinyGraph greedyBeyond(int rows) {
        return greedy(0, rows);
    }

    /** Likewise as soon as a row has more than so many tokens. */
    public TinyGraph greedyBeyondTokens(int tokens) {
        return greedy(1, tokens);
    }

    private TinyGraph greedy(int dimension, int most) {
        node("Shape", "shape", List.of("input_ids"));
        longs("dimension", dimension);
        node("Gather", "number", List.of("shape", "dimension"));
        node("Cast", "number.float", List.of("number"), GraphEditor.number("to", 1));
        floats("few", most);
        node("Sub", "number.more", List.of("number.float", "few"));
        node("Relu", "number.beyond", List.of("number.more"));
        floats("huge", 0x1p50f);
        node("Mul", "size.float", List.of("number.beyond", "huge"));
        node("Cast", "size", List.of("size.float"), GraphEditor.number("to", 7));
        node("ConstantOfShape", "zeros", List.of("size"));
        node("ReduceSum", "zero", List.of("zeros"), GraphEditor.number("keepdims", 0));
        node("Add", "greedy", List.of("logits", "zero"));
        return this;
    }

    /** Breaks on a batch of more than one row, as an export does that was made of one and has that written in. */
    public TinyGraph ofOneRow() {
        longs("one.row", 1);
        node("Reshape", "alone", List.of("logits", "one.row"));
        node("Unsqueeze", "single", List.of("alone"), GraphEditor.ints("axes", 1));
        return this;
    }

    /** Breaks on a row of more than so many tokens, as a graph does that has a table of positions. */
    public TinyGraph withPlaces(int most) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName("places")
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(most)
                .setRawData(ByteString.copyFrom(new byte[most * Float.BYTES])));
        node("Shape", "shape", List.of("input_ids"));
        longs("dimension", 1);
        node("Gather", "number", List.of("shape", "dimension"));
        longs("before", 1);
        node("Sub", "last.place", List.of("number", "before"));
        node("Gather", "place", List.of("places", "last.place"));
        node("Add", "placed", List.of("logits", "place"));
        return this;
    }

    /** Gives what is no number in place of a score above that. */
    public TinyGraph noNumberAbove(float most) {
        floats("most", most);
        node("Sub", "below", List.of("most", "logits"));
        node("Sqrt", "root", List.of("below"));
        floats("none", 0);
        node("Mul", "nought", List.of("root", "none"));
        node("Add", "numbered", List.of("logits", "nought"));
        return this;
    }

    /** Adds nothing to the score, in a loop of so many rounds. */
    public TinyGraph looping(long rounds) {
        longs("rounds", rounds);
        longs("always", 1);
        node("Cast", "go", List.of("always"), GraphEditor.number("to", DataType.BOOL.getNumber()));
        floats("nothing", 0);
        var round = GraphProto.newBuilder()
                .setName("round")
                .addInput(value("number", DataType.INT64, TensorShapeProto.newBuilder()))
                .addInput(value("goes", DataType.BOOL, oneWide()))
                .addInput(value("so-far", DataType.FLOAT, oneWide()))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .addInput("goes")
                        .addOutput("goes-on"))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Abs")
                        .addInput("so-far")
                        .addOutput("then"))
                .addOutput(value("goes-on", DataType.BOOL, oneWide()))
                .addOutput(value("then", DataType.FLOAT, oneWide()));
        node(
                "Loop",
                "looped",
                List.of("rounds", "go", "nothing"),
                AttributeProto.newBuilder()
                        .setName("body")
                        .setType(AttributeProto.AttributeType.GRAPH)
                        .setG(round)
                        .build());
        node("Add", "late", List.of("logits", "looped"));
        return this;
    }

    /** Rounds the scores to 255 steps over the whole batch, as int8 graphs do with what they reckon. */
    TinyGraph inEightBits() {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("DynamicQuantizeLinear")
                .addInput("logits")
                .addAllOutput(List.of("steps", "step", "zero-step")));
        node("DequantizeLinear", "rounded", List.of("steps", "step", "zero-step"));
        return this;
    }

    TinyGraph flat(String from, String output) {
        node("Squeeze", output, List.of(from), GraphEditor.ints("axes", 1));
        return this;
    }

    TinyGraph cast(String from, String output, DataType type) {
        node("Cast", output, List.of(from), GraphEditor.number("to", type.getNumber()));
        return this;
    }

    TinyGraph twice(String from, String output) {
        node("Concat", output, List.of(from, from), GraphEditor.number("axis", 1));
        return this;
    }

    /** Keeps the weights in a file of the given name, which {@link #weights} is the content of. */
    TinyGraph external(String location) {
        graph.getInitializerBuilder(0)
                .clearRawData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(location));
        return this;
    }

    static byte[] weights() {
        var bytes = ByteBuffer.allocate(TinyTokenizer.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var id = 0; id < TinyTokenizer.size(); id++) {
            bytes.putFloat(id);
        }
        return bytes.array();
    }

    byte[] onnx() {
        return onnx("logits", DataType.FLOAT, 2);
    }

    private void embeddings() {
        graph.addInitializer(TensorProto.newBuilder()
                .setName("embeddings")
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(TinyTokenizer.size())
                .setRawData(ByteString.copyFrom(weights())));
    }
}
