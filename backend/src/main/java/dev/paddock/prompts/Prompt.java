package dev.paddock.prompts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opening: what the user says first, and the system text before it, if any.
 *
 * @param source    where it was taken from, in the importer's words; may be empty
 * @param language  as the importer gave it, e.g. {@code en}; may be empty
 * @param createdBy the annotator who wrote it or the lead who imported it
 */
public record Prompt(
        UUID id,
        UUID campaignId,
        String systemText,
        String text,
        String source,
        String language,
        @Nullable RiskCategory riskCategory,
        @Nullable AttackVector attackVector,
        Origin origin,
        @Nullable UUID createdBy,
        Instant createdAt) {}
