package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void findsFilesWhereverInAModelTensorsAre() throws IOException {
        var inner = GraphProto.newBuilder().addInitializer(at("subgraph")).addNode(constant("constant in a subgraph"));
        var model = ModelProto.newBuilder()
                .addFunctions(FunctionProto.newBuilder().addNode(constant("function")))
                .setGraph(GraphProto.newBuilder()
                        .addInitializer(at("initializer"))
                        .addSparseInitializer(SparseTensorProto.newBuilder()
                                .setValues(at("values"))
                                .setIndices(at("indices")))
                        .addNode(constant("constant"))
                        .addNode(NodeProto.newBuilder()
                                .addAttribute(AttributeProto.newBuilder().setG(inner))));
        assertThat(GraphFile.read(written(model.build().toByteArray())).externalData())
                .containsExactlyInAnyOrder(
                        "subgraph",
                        "constant in a subgraph",
                        "function",
                        "initializer",
                        "values",
                        "indices",
                        "constant");
    }

    /** Readers of protocol buffers put a message together that comes in two parts: here one with the place, the other with the flag. */
    @Test
    void findsAFileOfATensorThatComesInTwoParts() throws IOException {
        var place = attribute(at("hidden").clearDataLocation());
        var flag = attribute(TensorProto.newBuilder().setDataLocation(TensorProto.DataLocation.EXTERNAL));
        var both = AttributeProto.parseFrom(place.toByteString().concat(flag.toByteString()));
        assertThat(both.getT().getDataLocation()).isEqualTo(TensorProto.DataLocation.EXTERNAL);
        var node =
                wrapped(NodeProto.ATTRIBUTE_FIELD_NUMBER, place.toByteString().concat(flag.toByteString()));
        var model = wrapped(ModelProto.GRAPH_FIELD_NUMBER, wrapped(GraphProto.NODE_FIELD_NUMBER, node));
        assertThat(GraphFile.read(written(model.toByteArray())).externalData()).containsExactly("hidden");
    }

    @Test
    void readsNoWeightsIntoMemory() throws IOException {
        var file = folder.resolve("large.onnx");
        var weights = 200_000_000;
        try (var out = Files.newOutputStream(file)) {
            var header = CodedOutputStream.newInstance(out);
            var tail = at("weights.bin").build();
            var raw = CodedOutputStream.computeUInt32SizeNoTag(weights) + 1 + weights;
            var tensor = raw + tail.getSerializedSize();
            header.writeTag(ModelProto.GRAPH_FIELD_NUMBER, 2);
            header.writeUInt32NoTag(1 + CodedOutputStream.computeUInt32SizeNoTag(tensor) + tensor);
            header.writeTag(GraphProto.INITIALIZER_FIELD_NUMBER, 2);
            header.writeUInt32NoTag(tensor);
            header.writeTag(TensorProto.RAW_DATA_FIELD_NUMBER, 2);
            header.writeUInt32NoTag(weights);
            header.flush();
            zeros(out, weights);
            tail.writeTo(out);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        assertThat(GraphFile.read(file).externalData()).containsExactly("weights.bin");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QuantizeLinear",
                "DequantizeLinear",
                "DynamicQuantizeLinear",
                "MatMulInteger",
                "ConvInteger",
                "QLinearMatMul",
                "QAttention",
                "DynamicQuantizeMatMul",
                "MatMulIntegerToFloat",
                "GatherBlockQuantized",
                "MatMulNBits"
            })
    void tellsWhatQuantisesWhereverItIs(String operator) throws IOException {
        var node = NodeProto.newBuilder().setOpType(operator);
        var inner = GraphProto.newBuilder().addNode(node);
        var nested = NodeProto.newBuilder()
                .setOpType("If")
                .addAttribute(AttributeProto.newBuilder().setG(inner));
        var function = FunctionProto.newBuilder().addNode(node);
        for (var model : List.of(
                ModelProto.newBuilder().setGraph(inner),
                ModelProto.newBuilder().setGraph(GraphProto.newBuilder().addNode(nested)),
                ModelProto.newBuilder().addFunctions(function))) {
            assertThat(GraphFile.read(written(model.build().toByteArray())).quantised())
                    .isEqualTo(operator);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MatMul", "QuickGelu", "Cast", "Round", "LayerNormalization"})
    void tellsNothingOfWhatDoesNot(String operator) throws IOException {
        var graph = GraphProto.newBuilder()
                .setName("MatMulInteger")
                .addNode(NodeProto.newBuilder().setName("QLinearMatMul").setOpType(operator));
        var model = ModelProto.newBuilder().setGraph(graph).build();
        assertThat(GraphFile.read(written(model.toByteArray())).quantised()).isNull();
    }

    @Test
    void refusesMoreExternalFilesThanMemoryShouldHold() throws IOException {
        var graph = GraphProto.newBuilder();
        for (var i = 0; i <= 1_000; i++) {
            graph.addInitializer(at("weights-" + i));
        }
        assertUnreadable(written(ModelProto.newBuilder().setGraph(graph).build().toByteArray()));
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        assertUnreadable(written("no model at all".getBytes(StandardCharsets.UTF_8)));
        var sound = ModelProto.newBuilder()
                .setGraph(GraphProto.newBuilder().addInitializer(at("weights.bin")))
                .build()
                .toByteArray();
        assertUnreadable(written(Arrays.copyOf(sound, sound.length - 3)));
    }

    @Test
    void refusesMessagesThatLieInEachOtherWithoutEnd() throws IOException {
        var nested = ByteString.EMPTY;
        for (var i = 0; i < 2_000; i++) {
            nested = wrapped(
                    GraphProto.NODE_FIELD_NUMBER,
                    wrapped(NodeProto.ATTRIBUTE_FIELD_NUMBER, wrapped(AttributeProto.G_FIELD_NUMBER, nested)));
        }
        assertUnreadable(written(wrapped(ModelProto.GRAPH_FIELD_NUMBER, nested).toByteArray()));
    }

    private static ByteString wrapped(int field, ByteString content) {
        var out = ByteString.newOutput();
        try {
            var coded = CodedOutputStream.newInstance(out);
            coded.writeBytes(field, content);
            coded.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteString();
    }

    private static void assertUnreadable(Path model) {
        assertThatExceptionOfType(ModelUnreadable.class).isThrownBy(() -> GraphFile.read(model));
    }

    private static void zeros(OutputStream out, int count) throws IOException {
        var block = new byte[1_000_000];
        for (var written = 0; written < count; written += block.length) {
            out.write(block);
        }
    }

    private static NodeProto constant(String location) {
        return NodeProto.newBuilder().addAttribute(attribute(at(location))).build();
    }

    private static AttributeProto attribute(TensorProto.Builder tensor) {
        return AttributeProto.newBuilder().setT(tensor).build();
    }

    private static TensorProto.Builder at(String location) {
        return TensorProto.newBuilder()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("offset").setValue("0"))
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(location));
    }

    private Path written(byte[] model) throws IOException {
        return Files.write(folder.resolve("model.onnx"), model);
    }
}
