package dev.paddock.rewardmodel.llama.conversion;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;

import dev.paddock.rewardmodel.llama.gguf.Gguf;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Cosine and sine of every position's rotation, one column a pair of dimensions. */
record RotaryTables(Gguf gguf, LlamaShape shape, WeightFile weights) {

    record Names(String cos, String sin) {}

    Names write(GraphWriter graph) {
        var frequencies = frequencies();
        return new Names(table(graph, "cos", frequencies, Math::cos), table(graph, "sin", frequencies, Math::sin));
    }

    private String table(GraphWriter graph, String name, double[] frequencies, DoubleUnaryOperator function) {
        try (var numbers = weights.reserve((long) shape.context() * frequencies.length * Float.BYTES)) {
            for (var position = 0; position < shape.context(); position++) {
                for (var frequency : frequencies) {
                    numbers.put((float) function.applyAsDouble(position * frequency));
                }
            }
            return graph.weights(name, FLOAT, numbers, shape.context(), frequencies.length);
        }
    }

    private double[] frequencies() {
        var divisors = divisors();
        var frequencies = new double[shape.headSize() / 2];
        for (var i = 0; i < frequencies.length; i++) {
            var turn = Math.pow(shape.rotaryBase(), -2.0 * i / shape.headSize());
            frequencies[i] = turn / divisors[i] / shape.rotaryStretch();
        }
        return frequencies;
    }

    /** Llama 3.1 and later stretch the slow rotations by factors of their own, which GGUF keeps as a tensor. */
    private float[] divisors() {
        var divisors = new float[shape.headSize() / 2];
        Arrays.fill(divisors, 1);
        if (gguf.find("rope_freqs.weight").isPresent()) {
            gguf.tensor("rope_freqs.weight", 1, divisors.length)
                    .eachRow(row -> System.arraycopy(row, 0, divisors, 0, divisors.length));
        }
        return divisors;
    }
}
