package dev.paddock.rewardmodel.llama.conversion;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT32;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT64;
import static dev.paddock.rewardmodel.llama.conversion.GraphWriter.attribute;

import java.util.List;

/** The attention of each layer, with what all of them share: lengths from the mask, and the rotary tables. */
final class Attention {

    private final GraphWriter graph;
    private final LlamaShape shape;
    private final RotaryTables.Names rotary;
    private final String lastPosition;
    private final String length;

    Attention(GraphWriter graph, LlamaShape shape, RotaryTables.Names rotary) {
        this.graph = graph;
        this.shape = shape;
        this.rotary = rotary;
        var mask = graph.input("attention_mask", INT64, "batch", "total");
        var seen = graph.standard("ReduceSum", List.of(mask, graph.constant(1)), attribute("keepdims", 0));
        this.lastPosition = toInt32(graph.standard("Sub", List.of(seen, graph.scalar(1))));
        var total = graph.standard("Gather", List.of(graph.standard("Shape", List.of(mask)), graph.scalar(1)));
        this.length = toInt32(total);
    }

    private String toInt32(String value) {
        return graph.standard("Cast", List.of(value), attribute("to", INT32.getNumber()));
    }

    String layer(int layer, String queriesKeysValues) {
        var keys = cache("past_key_values.%d.key", "present.%d.key", layer);
        var values = cache("past_key_values.%d.value", "present.%d.value", layer);
        var attended = "attended." + layer;
        graph.contributed(
                "GroupQueryAttention",
                List.of(
                        queriesKeysValues,
                        "",
                        "",
                        keys.past(),
                        values.past(),
                        lastPosition,
                        length,
                        rotary.cos(),
                        rotary.sin()),
                List.of(attended, keys.present(), values.present()),
                attribute("num_heads", shape.heads()),
                attribute("kv_num_heads", shape.keyHeads()),
                attribute("do_rotary", 1),
                // GGUF keeps the rows of a llama's queries and keys in the order that turns neighbours.
                attribute("rotary_interleaved", 1),
                attribute("scale", (float) (1 / Math.sqrt(shape.headSize()))));
        return attended;
    }

    private record Cache(String past, String present) {}

    private Cache cache(String past, String present, int layer) {
        var names = new Cache(past.formatted(layer), present.formatted(layer));
        graph.input(names.past(), FLOAT, "batch", shape.keyHeads(), "past", shape.headSize());
        graph.output(names.present(), FLOAT, "batch", shape.keyHeads(), "total", shape.headSize());
        return names;
    }
}
