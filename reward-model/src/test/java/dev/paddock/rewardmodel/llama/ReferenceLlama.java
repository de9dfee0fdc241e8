package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.llama.gguf.Gguf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Llama as its paper writes it, in doubles and loops and with no cache: slow, and independent of everything that it tests. */
final class ReferenceLlama {

    private final TinyLlama shape;
    private final Map<String, double[][]> matrices = new HashMap<>();

    ReferenceLlama(TinyLlama shape, Gguf gguf) {
        this.shape = shape;
        for (var name : gguf.tensorNames()) {
            var rows = new ArrayList<double[]>();
            gguf.find(name).orElseThrow().eachRow(row -> rows.add(doubles(row)));
            matrices.put(name, rows.toArray(double[][]::new));
        }
    }

    private static double[] doubles(float[] row) {
        var doubles = new double[row.length];
        for (var i = 0; i < row.length; i++) {
            doubles[i] = row[i];
        }
        return doubles;
    }

    /** The logits of what follows all the tokens. */
    double[] logits(int... tokens) {
        var stream = new ArrayList<double[]>();
        for (var token : tokens) {
            stream.add(matrix("token_embd")[token].clone());
        }
        for (var layer = 0; layer < shape.layers(); layer++) {
            attend(stream, "blk." + layer + ".");
            feedForward(stream, "blk." + layer + ".");
        }
        var last = normal(stream.getLast(), "output_norm");
        return times(shape.tied() ? "token_embd" : "output", last);
    }

    private void attend(List<double[]> stream, String block) {
        var size = shape.width() / shape.heads();
        var keys = new ArrayList<double[]>();
        var values = new ArrayList<double[]>();
        for (var position = 0; position < stream.size(); position++) {
            var x = normal(stream.get(position), block + "attn_norm");
            var query = rotate(times(block + "attn_q", x), position, size);
            keys.add(rotate(times(block + "attn_k", x), position, size));
            values.add(times(block + "attn_v", x));
            var mixed = new double[shape.width()];
            for (var head = 0; head < shape.heads(); head++) {
                mix(query, keys, values, head, size, mixed);
            }
            add(stream.get(position), times(block + "attn_output", mixed));
        }
    }

    private void mix(double[] query, List<double[]> keys, List<double[]> values, int head, int size, double[] mixed) {
        var group = head / (shape.heads() / shape.keyHeads());
        var weights = new double[keys.size()];
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            var product = 0.0;
            for (var d = 0; d < size; d++) {
                product += query[head * size + d] * keys.get(i)[group * size + d];
            }
            weights[i] = Math.exp(product / Math.sqrt(size));
            sum += weights[i];
        }
        for (var i = 0; i < weights.length; i++) {
            for (var d = 0; d < size; d++) {
                mixed[head * size + d] += weights[i] / sum * values.get(i)[group * size + d];
            }
        }
    }

    private static double[] rotate(double[] heads, int position, int size) {
        for (var i = 0; i < heads.length; i += 2) {
            var angle = position * Math.pow(10000, -(double) (i % size) / size);
            var first = heads[i];
            heads[i] = first * Math.cos(angle) - heads[i + 1] * Math.sin(angle);
            heads[i + 1] = first * Math.sin(angle) + heads[i + 1] * Math.cos(angle);
        }
        return heads;
    }

    private void feedForward(List<double[]> stream, String block) {
        for (var residual : stream) {
            var x = normal(residual, block + "ffn_norm");
            var gate = times(block + "ffn_gate", x);
            var up = times(block + "ffn_up", x);
            for (var i = 0; i < gate.length; i++) {
                gate[i] *= up[i] / (1 + Math.exp(-gate[i]));
            }
            add(residual, times(block + "ffn_down", gate));
        }
    }

    private double[] normal(double[] x, String name) {
        var squares = 0.0;
        for (var value : x) {
            squares += value * value;
        }
        var weights = matrix(name)[0];
        var normal = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            normal[i] = x[i] / Math.sqrt(squares / x.length + 1e-5) * weights[i];
        }
        return normal;
    }

    private double[] times(String name, double[] x) {
        var rows = matrix(name);
        var product = new double[rows.length];
        for (var row = 0; row < rows.length; row++) {
            for (var i = 0; i < x.length; i++) {
                product[row] += rows[row][i] * x[i];
            }
        }
        return product;
    }

    private double[][] matrix(String name) {
        return Objects.requireNonNull(matrices.get(name + ".weight"), name);
    }

    private static void add(double[] to, double[] change) {
        for (var i = 0; i < to.length; i++) {
            to[i] += change[i];
        }
    }
}
