package dev.paddock.rewardmodel.llama.conversion;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT64;
import static dev.paddock.rewardmodel.llama.conversion.GraphWriter.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.llama.gguf.Gguf;
import dev.paddock.rewardmodel.llama.gguf.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** The graph of a Llama: inputs and outputs as Optimum names them, attention by ONNX Runtime's GroupQueryAttention. */
final class LlamaGraph {

    private final Gguf gguf;
    private final LlamaShape shape;
    private final WeightFile weights;
    private final GraphWriter graph;
    private final Matrices matrices;
    private final Set<String> used = new HashSet<>();

    LlamaGraph(Gguf gguf, LlamaShape shape, WeightFile weights) {
        this.gguf = gguf;
        this.shape = shape;
        this.weights = weights;
        this.graph = new GraphWriter(weights.name());
        this.matrices = new Matrices(graph, weights);
    }

    byte[] build(DoubleConsumer progress) {
        var ids = graph.input("input_ids", INT64, "batch", "sequence");
        var attention = new Attention(graph, shape, new RotaryTables(gguf, shape, weights).write(graph));
        var embedding = matrix("token_embd.weight", shape.vocabulary(), shape.width());
        var stream = matrices.rows(ids, embedding);
        var normal = graph.standard(
                "SimplifiedLayerNormalization",
                List.of(stream, norm("blk.0.attn_norm.weight")),
                attribute("axis", -1),
                epsilon(),
                attribute("stash_type", 1));
        for (var layer = 0; layer < shape.layers(); layer++) {
            var last = layer == shape.layers() - 1;
            var attended = attention.layer(layer, matrices.multiply(normal, queriesKeysValues(layer)));
            var mixed = add(
                    stream,
                    multiply(attended, layer, "attn_output", shape.width(), shape.width()),
                    blk(layer, "ffn_norm"));
            var next = last ? "output_norm.weight" : blk(layer + 1, "attn_norm");
            var sum = add(mixed.stream(), feedForward(mixed.normal(), layer), next);
            stream = sum.stream();
            normal = sum.normal();
            progress.accept((layer + 1.0) / (shape.layers() + 1));
        }
        logits(normal, embedding);
        refuseUnusedTensors();
        progress.accept(1);
        return graph.finish("kv.shared", "1");
    }

    /** The sum so far, and the same normalised for what reads it next. */
    private record Sum(String stream, String normal) {}

    private Sum add(String stream, String change, String norm) {
        var normal = stream + "+" + norm;
        var sum = new Sum(normal + ".sum", normal);
        graph.contributed(
                "SkipSimplifiedLayerNormalization",
                List.of(stream, change, norm(norm)),
                List.of(sum.normal(), "", "", sum.stream()),
                epsilon());
        return sum;
    }

    private List<Tensor> queriesKeysValues(int layer) {
        var keys = shape.keyHeads() * shape.headSize();
        return List.of(
                matrix(blk(layer, "attn_q"), shape.width(), shape.width()),
                matrix(blk(layer, "attn_k"), keys, shape.width()),
                matrix(blk(layer, "attn_v"), keys, shape.width()));
    }

    private String feedForward(String x, int layer) {
        var inner = shape.feedForward();
        var both = matrices.multiply(
                x,
                List.of(
                        matrix(blk(layer, "ffn_gate"), inner, shape.width()),
                        matrix(blk(layer, "ffn_up"), inner, shape.width())));
        var gate = "gate." + layer;
        var up = "up." + layer;
        graph.standard("Split", List.of(both, graph.constant(inner, inner)), List.of(gate, up), attribute("axis", -1));
        var opened = graph.standard("Mul", List.of(gate, graph.standard("Sigmoid", List.of(gate))));
        var through = graph.standard("Mul", List.of(opened, up));
        return multiply(through, layer, "ffn_down", shape.width(), inner);
    }

    /** Only the last {@code num_logits_to_keep} positions get logits: a prompt needs those of its last token alone. */
    private void logits(String normal, Tensor embedding) {
        var keep = graph.input("num_logits_to_keep", INT64);
        var one = graph.constant(1);
        var start = graph.standard("Reshape", List.of(graph.standard("Neg", List.of(keep)), one));
        var kept = graph.standard("Slice", List.of(normal, start, graph.constant(Long.MAX_VALUE), graph.constant(1)));
        var head = gguf.find("output.weight").isPresent()
                ? matrix("output.weight", shape.vocabulary(), shape.width())
                : embedding;
        var logits = matrices.multiply(kept, List.of(head));
        graph.standard("Identity", List.of(logits), List.of("logits"));
        graph.output("logits", FLOAT, "batch", "kept", shape.vocabulary());
    }

    private String multiply(String x, int layer, String name, int rows, int columns) {
        return matrices.multiply(x, List.of(matrix(blk(layer, name), rows, columns)));
    }

    private String norm(String name) {
        var tensor = matrix(name, 1, shape.width());
        try (var numbers = weights.reserve((long) shape.width() * Float.BYTES)) {
            tensor.eachRow(row -> {
                for (var number : row) {
                    numbers.put(number);
                }
            });
            return graph.weights(name, FLOAT, numbers, shape.width());
        }
    }

    private Tensor matrix(String name, int rows, int columns) {
        used.add(name);
        return gguf.tensor(name, rows, columns);
    }

    private static String blk(int layer, String name) {
        return "blk." + layer + "." + name + ".weight";
    }

    private AttributeProto epsilon() {
        return attribute("epsilon", shape.epsilon());
    }

    /** A weight that nobody reads means that this is not the model we take it for: it would talk, but nonsense. */
    private void refuseUnusedTensors() {
        used.add("rope_freqs.weight");
        var left = new ArrayList<>(gguf.tensorNames());
        left.removeAll(used);
        if (!left.isEmpty()) {
            throw new UnusableWeights("%s has %d tensors that a Llama does not, '%s' for one."
                    .formatted(gguf.file(), left.size(), left.getFirst()));
        }
    }
}
