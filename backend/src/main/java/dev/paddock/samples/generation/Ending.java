package dev.paddock.samples.generation;

import org.jspecify.annotations.Nullable;

/**
 * How a generation ended well, with what its generator told about itself.
 *
 * @param countedBy {@code server}, {@code paddock}, or empty where nobody counted the tokens
 */
public record Ending(
        Finish finish,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        String countedBy,
        String model,
        String weightsSha256,
        String engine,
        String systemFingerprint) {

    public enum Finish {
        STOP,
        /** It reached max_tokens. */
        LENGTH
    }
}
