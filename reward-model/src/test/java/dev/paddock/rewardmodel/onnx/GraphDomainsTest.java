package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator is told by its domain and its name: a function of a model's own may have any name. */
class GraphDomainsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private GraphFile read(ModelProto.Builder model) throws IOException {
        return GraphFile.read(
                Files.write(folder.resolve("model.onnx"), model.build().toByteArray()));
    }

    private static ModelProto.Builder of(NodeProto.Builder node) {
        return ModelProto.newBuilder().setGraph(GraphProto.newBuilder().addNode(node));
    }

    @ParameterizedTest
    @CsvSource({
        "'', QuantizeLinear, true",
        "ai.onnx, QLinearConv, true",
        "com.microsoft, QAttention, true",
        "com.ms.internal.nhwc, QLinearAveragePool, true",
        "pkg.transformers, Qwen2Attention, false",
        "local, FakeQuantize, false"
    })
    void quantisesOnlyInTheDomainsOfOnnxAndItsRuntime(String domain, String operator, boolean quantises)
            throws IOException {
        var node = NodeProto.newBuilder().setDomain(domain).setOpType(operator);

        assertThat(read(of(node)).quantised()).isEqualTo(quantises ? operator : null);
    }

    /** Protocol buffers write the domain after the attributes, and thus after all nodes inside. */
    @Test
    void aNodeKeepsItsDomainWhateverIsInsideIt() throws IOException {
        var plain = NodeProto.newBuilder().setDomain("local").setOpType("Qwen2Attention");
        var inside = AttributeProto.newBuilder().setG(GraphProto.newBuilder().addNode(plain));
        var outer = NodeProto.newBuilder().setOpType("QAttention").addAttribute(inside);
        assertThat(read(of(outer.clone().setDomain("com.microsoft"))).quantised())
                .isEqualTo("QAttention");
        assertThat(read(of(outer.clone())).quantised()).isEqualTo("QAttention");

        var theirs = NodeProto.newBuilder().setDomain("com.microsoft").setOpType("MatMul");
        var around = AttributeProto.newBuilder().setG(GraphProto.newBuilder().addNode(theirs));
        var own = NodeProto.newBuilder()
                .setOpType("Qwen2Layer")
                .addAttribute(around)
                .setDomain("local");
        assertThat(read(of(own)).quantised()).isNull();
    }

    @Test
    void theBodyOfAFunctionIsReadWhateverItIsCalled() throws IOException {
        var function = FunctionProto.newBuilder()
                .setDomain("local")
                .setName("Plain")
                .addNode(NodeProto.newBuilder().setOpType("MatMulInteger"));
        var call = NodeProto.newBuilder().setDomain("local").setOpType("Plain");

        assertThat(read(of(call).addFunctions(function)).quantised()).isEqualTo("MatMulInteger");
    }
}
