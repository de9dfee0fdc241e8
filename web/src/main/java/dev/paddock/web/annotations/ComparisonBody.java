package dev.paddock.web.annotations;

import dev.paddock.annotations.Degree;
import dev.paddock.annotations.NewComparison;
import dev.paddock.annotations.NewComparison.Then;
import dev.paddock.annotations.Ratings;
import dev.paddock.annotations.SafetyBin;
import dev.paddock.annotations.Side;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comparison in words, as the API and the form send it. */
record ComparisonBody(
        @Schema(implementation = Side.class) @Nullable String chosen,
        @Schema(implementation = Degree.class) @Nullable String degree,
        @Schema(implementation = SafetyBin.class) @Nullable String safety,
        @Nullable BothRatings ratings,
        @Nullable String note,
        @Schema(implementation = Then.class) @Nullable String then) {

    record BothRatings(@Nullable Ratings left, @Nullable Ratings right) {}

    NewComparison toComparison() {
        return new NewComparison(
                Words.require(Side.class, "chosen", said("chosen", chosen)),
                Words.require(Degree.class, "degree", said("degree", degree)),
                safetyBin(),
                ratings == null ? Ratings.NONE : Objects.requireNonNullElse(ratings.left(), Ratings.NONE),
                ratings == null ? Ratings.NONE : Objects.requireNonNullElse(ratings.right(), Ratings.NONE),
                Objects.requireNonNullElse(note, "").strip(),
                Words.require(Then.class, "then", Objects.requireNonNullElse(then, "continue")));
    }

    private static String said(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new InvalidInput(field, "is missing");
        }
        return value;
    }

    private @Nullable SafetyBin safetyBin() {
        if (safety == null || safety.isEmpty()) {
            return null;
        }
        if (safety.equals("chosen-unsafe") || safety.equals("other-safe")) {
            throw new InvalidInput(
                    "safety",
                    "cannot be: the chosen answer unsafe and the other safe. The safer answer counts as the better one, so"
                            + " choose that one");
        }
        return Words.require(SafetyBin.class, "safety", safety);
    }
}
