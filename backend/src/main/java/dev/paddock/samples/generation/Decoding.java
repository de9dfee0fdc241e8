package dev.paddock.samples.generation;

import java.util.List;

/**
 * How tokens are picked.
 *
 * @param temperature 0 to 2; 0 is greedy
 * @param topP        above 0 up to 1
 * @param seed        0 to 2^31 - 1: every server takes that as a signed integer
 * @param stop        texts that end the answer and are no part of it
 */
public record Decoding(double temperature, double topP, int maxTokens, List<String> stop, long seed) {

    public Decoding {
        stop = List.copyOf(stop);
        if (temperature < 0
                || temperature > 2
                || topP <= 0
                || topP > 1
                || maxTokens < 1
                || seed < 0
                || seed > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no such decoding: temperature " + temperature + ", top_p " + topP
                    + ", max_tokens " + maxTokens + ", seed " + seed);
        }
    }
}
