package dev.paddock.web.prompts;

import dev.paddock.annotations.Degree;
import dev.paddock.annotations.Ratings;
import dev.paddock.annotations.SafetyBin;
import dev.paddock.web.prompts.PairRecord.PairMessage;
import dev.paddock.web.prompts.PairRecord.PairResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A judged pair in a file, for the description of the API alone: the file is read record by record, and takes other shapes than this. */
@Schema(
        description =
                "A prepared pair with the choice, a row of an export in the shape trl, or a line of HH-RLHF (two strings, chosen and rejected).")
record JudgedPairRecord(
        @Schema(description = "An optional system message, then user and assistant in turn, the user last.")
        List<PairMessage> messages,

        @Schema(description = "Exactly two, and not the same.")
        List<PairResponse> responses,

        @Schema(
                description = "0 where the first response was chosen, 1 where it was the second.",
                minimum = "0",
                maximum = "1")
        int chosen,

        @Schema(description = "Needed, unless one is given for all lines without.") @Nullable
        Degree degree,

        @Schema(description = "In safety campaigns, where somebody said it.") @Nullable
        SafetyBin safety,

        @Schema(description = "What the campaign asks for, where somebody said it.") @Nullable
        JudgedPairRatings ratings) {

    record JudgedPairRatings(
            @Nullable Ratings chosen, @Nullable Ratings rejected) {}
}
