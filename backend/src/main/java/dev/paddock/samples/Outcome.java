package dev.paddock.samples;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a generator told about a sample when it ended.
 *
 * @param tokensCountedBy {@code server} or {@code paddock}; empty where nobody counted
 * @param finish          {@code stop} or {@code length}; empty where it never finished
 * @param meanLogprob     of the sampled tokens, natural logarithm, where the generator gives it
 */
@Embeddable
public record Outcome(
        String modelReported,
        String weightsSha256,
        String engine,
        String systemFingerprint,
        @Nullable Instant startedAt,
        @Nullable Instant firstTokenAt,
        @Nullable Instant finishedAt,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        String tokensCountedBy,
        String finish,
        @Nullable Double meanLogprob) {

    static final Outcome PENDING = new Outcome("", "", "", "", null, null, null, null, null, "", "", null);
}
