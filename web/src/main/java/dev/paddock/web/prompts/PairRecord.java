package dev.paddock.web.prompts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prepared pair in a file, for the description of the API alone: the file is read record by record. */
record PairRecord(
        @Schema(description = "An optional system message, then user and assistant in turn, the user last.")
        List<PairMessage> messages,

        @Schema(description = "Exactly two, and not the same.")
        List<PairResponse> responses) {

    record PairMessage(
            @Schema(allowableValues = {"system", "user", "assistant"})
            String role,

            String content) {}

    record PairResponse(
            String text,

            @Schema(description = "Who is said to have written it; kept for the export alone.") @Nullable
            String variant) {}
}
