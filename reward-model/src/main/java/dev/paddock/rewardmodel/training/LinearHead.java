package dev.paddock.rewardmodel.training;

import java.util.Arrays;
import java.util.stream.Stream;

/** {@code reward = weights . vector + bias}. */
record LinearHead(double[] weights, double bias) {

    double reward(float[] vector) {
        return dot(weights, vector) + bias;
    }

    double reward(double[] vector) {
        var reward = bias;
        for (var i = 0; i < vector.length; i++) {
            reward += weights[i] * vector[i];
        }
        return reward;
    }

    /** With the bias that makes the mean reward of these answers 0. */
    LinearHead centredOn(PairTable pairs) {
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
