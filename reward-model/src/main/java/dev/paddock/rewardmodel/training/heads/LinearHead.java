package dev.paddock.rewardmodel.training.heads;

import dev.paddock.rewardmodel.bundles.Head;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code reward = weights . vector + bias}. */
public record LinearHead(double[] weights, double bias) {

    public static LinearHead of(Head head) {
        var kept = head.weights();
        return new LinearHead(
                IntStream.range(0, kept.length).mapToDouble(i -> kept[i]).toArray(), head.bias());
    }

    /** The weights as they are kept. */
    public float[] toFloats() {
        var floats = new float[weights.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) weights[i];
        }
        return floats;
    }

    public double reward(float[] vector) {
        return dot(weights, vector) + bias;
    }

    public double reward(double[] vector) {
        var reward = bias;
        for (var i = 0; i < vector.length; i++) {
            reward += weights[i] * vector[i];
        }
        return reward;
    }

    /** Of every pair: the reward of the chosen answer less that of the rejected one. */
    public double[] gaps(PairTable pairs) {
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToDouble(row -> reward(pairs.chosen()[row]) - reward(pairs.rejected()[row]))
                .toArray();
    }

    /** With the bias that makes the mean reward of these answers 0. */
    public LinearHead centredOn(PairTable pairs) {
        var mean = Stream.of(pairs.chosen(), pairs.rejected())
                .flatMap(Arrays::stream)
                .mapToDouble(this::reward)
                .average()
                .orElse(0);
        return new LinearHead(weights, bias - mean);
    }

    /** Over as many weights as the vector has numbers. */
    static double dot(double[] weights, float[] vector) {
        double even = 0;
        double odd = 0;
        var i = 0;
        for (; i + 1 < vector.length; i += 2) {
            even += weights[i] * vector[i];
            odd += weights[i + 1] * vector[i + 1];
        }
        return i < vector.length ? even + odd + weights[i] * vector[i] : even + odd;
    }
}
