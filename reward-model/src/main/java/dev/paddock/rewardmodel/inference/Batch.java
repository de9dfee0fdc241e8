package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.onnx.OnnxModel.Floats;
import dev.paddock.rewardmodel.onnx.OnnxModel.Longs;
import dev.paddock.rewardmodel.onnx.OnnxModel.Matrix;
import dev.paddock.rewardmodel.scoring.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Conversations, as tokens and features, that go through a graph together, padded to the longest.
 *
 * @param pad id of the token to pad with
 */
public record Batch(List<Sequence> sequences, List<float[]> features, long pad) {

    /** The inputs a reward graph may have. */
    public static final Set<String> INPUTS =
            Set.of("input_ids", "attention_mask", "token_type_ids", "position_ids", "features");

    /** A batch of one. */
    public static Batch of(Sequence sequence, float[] features) {
        return new Batch(List.of(sequence), List.of(features), 0);
    }

    /** Those of the inputs that a graph asks for. */
    public List<Matrix> inputs(Set<String> wanted) {
        var inputs = new ArrayList<Matrix>();
        for (var name : wanted) {
            inputs.add(
                    switch (name) {
                        case "input_ids" -> longs(name, pad, (sequence, position) -> sequence.ids()[position]);
                        case "attention_mask" -> longs(name, 0, (sequence, position) -> 1);
                        case "token_type_ids" -> longs(name, 0, Sequence::type);
                        case "position_ids" -> longs(name, 0, (sequence, position) -> position);
                        case "features" -> new Floats(name, joinedFeatures(), features.size());
                        default -> throw new IllegalArgumentException("No input '" + name + "' is known.");
                    });
        }
        return inputs;
    }

    private Longs longs(String name, long rest, Cell cell) {
        var width = sequences.stream().mapToInt(Sequence::length).max().orElseThrow();
        var values = new long[sequences.size() * width];
        Arrays.fill(values, rest);
        for (var row = 0; row < sequences.size(); row++) {
            var sequence = sequences.get(row);
            for (var position = 0; position < sequence.length(); position++) {
                values[row * width + position] = cell.at(sequence, position);
            }
        }
        return new Longs(name, values, sequences.size());
    }

    private float[] joinedFeatures() {
        var width = features.getFirst().length;
        var joined = new float[features.size() * width];
        for (var row = 0; row < features.size(); row++) {
            System.arraycopy(features.get(row), 0, joined, row * width, width);
        }
        return joined;
    }

    @FunctionalInterface
    private interface Cell {
        long at(Sequence sequence, int position);
    }
}
