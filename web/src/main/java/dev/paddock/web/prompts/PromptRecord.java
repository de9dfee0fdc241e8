package dev.paddock.web.prompts;

import dev.paddock.prompts.AttackVector;
import dev.paddock.prompts.RiskCategory;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A prompt in a file, for the description of the API alone: the file is read record by record, and takes more names than these. */
@Schema(description = "A prompt: an object like this, or just a text.")
record PromptRecord(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "1 to 20,000 characters.")
        String text,

        @Schema(description = "The system text before it, up to 10,000 characters.") @Nullable
        String system,

        @Nullable String source,
        @Nullable String language,
        @Nullable RiskCategory riskCategory,
        @Nullable AttackVector attackVector) {}
