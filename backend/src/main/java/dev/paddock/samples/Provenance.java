package dev.paddock.samples;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a sample was asked for, and how. Written before anything is sent and never changed: the schema refuses it.
 *
 * @param variantId    null for an imported response
 * @param adapter      {@code embedded}, {@code openai} or {@code imported}
 * @param endpoint     the endpoint's name; never its address or key
 * @param promptSha256 of the rendered prompt (embedded) or of the messages as canonical JSON (a server renders them itself); lower-case hex
 * @param seed         31 bits, so that every server takes it as a signed integer
 */
@Embeddable
public record Provenance(
        @Nullable UUID variantId,
        String variantName,
        int variantRevision,
        String adapter,
        String endpoint,
        String modelAsked,
        String promptFormat,
        String promptSha256,
        @Nullable Double temperature,
        @Nullable @Column(name = "top_p") Double topP,
        @Nullable Integer maxTokens,
        List<String> stop,
        @Nullable Long seed,
        Instant requestedAt) {}
