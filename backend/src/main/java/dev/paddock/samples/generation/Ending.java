package dev.paddock.samples.generation;

import org.jspecify.annotations.Nullable;

/**
 * How a generation ended well, with what its generator told about itself.
 *
 * @param countedBy {@code server}, {@code paddock}, or empty where nobody counted the tokens
 * @param meanLogprob over the completion tokens; null where the generator only tells it piece by piece, if at all
 */
public record Ending(
        Finish finish,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        String countedBy,
        String model,
        String weightsSha256,
        String engine,
        String systemFingerprint,
        @Nullable Double meanLogprob) {

    public enum Finish {
        STOP,
        /** It reached max_tokens. */
        LENGTH
    }
}
