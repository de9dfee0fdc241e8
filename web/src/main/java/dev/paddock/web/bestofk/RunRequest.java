package dev.paddock.web.bestofk;

import dev.paddock.bestofk.RankedBy;
import dev.paddock.bestofk.RunWish;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a best-of-K run.
 *
 * @param campaign that you lead
 * @param variant its name
 * @param k samples for each prompt at each temperature, 1 to 100
 * @param temperatures each 0 to 2; several are a sweep
 * @param seed the same once more asks for the same samples; any where it is missing
 * @param prompts some of the campaign's; all where they are missing
 * @param limit at most so many prompts, the oldest first
 */
record RunRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        UUID campaign,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String variant,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Integer k,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<@Nullable Double> temperatures,

        @Nullable Long seed,

        @Schema(implementation = RankedBy.class, defaultValue = "helpfulness") @Nullable
        String rankedBy,

        @Nullable List<UUID> prompts,

        @Nullable Integer limit) {

    RunWish wish() {
        return new RunWish(
                given("campaign", campaign),
                given("variant", variant),
                given("k", k),
                given("temperatures", temperatures).stream()
                        .map(each -> given("temperatures", each))
                        .toList(),
                seed,
                Words.require(RankedBy.class, "rankedBy", Objects.requireNonNullElse(rankedBy, "helpfulness")),
                prompts,
                limit);
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "is missing");
        }
        return value;
    }
}
