package dev.paddock.rewardmodel.llama;

import java.util.List;

/**
 * How the next token is chosen, and when to end.
 *
 * @param temperature divides the logits; 0 always takes the likeliest token
 * @param topP draws among the likeliest tokens that together reach this probability, above 0 and at most 1
 * @param topK draws among this many of the likeliest tokens; 0 for all
 * @param maxTokens at least 1
 * @param seed the same seed, conversation and weights on the same kind of processor give the same text
 * @param stop texts at which the answer ends; they do not become part of it
 */
public record Decoding(double temperature, double topP, int topK, int maxTokens, long seed, List<String> stop) {

    public Decoding {
        check(temperature >= 0 && temperature <= 100, "temperature", temperature);
        check(topP > 0 && topP <= 1, "topP", topP);
        check(topK >= 0, "topK", topK);
        check(maxTokens > 0, "maxTokens", maxTokens);
        stop = stop.stream().filter(text -> !text.isEmpty()).toList();
    }

    private static void check(boolean fine, String name, Number value) {
        if (!fine) {
            throw new IllegalArgumentException("%s cannot be %s".formatted(name, value));
        }
    }
}
