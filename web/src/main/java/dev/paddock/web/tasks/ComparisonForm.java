package dev.paddock.web.tasks;

import dev.paddock.annotations.Comparison;
import dev.paddock.annotations.Degree;
import dev.paddock.annotations.NewComparison;
import dev.paddock.annotations.NewComparison.Then;
import dev.paddock.annotations.Ratings;
import dev.paddock.annotations.SafetyBin;
import dev.paddock.annotations.Side;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A judgement as the page sends it.
 *
 * @param turn the turn whose pair the page shows
 * @param choice side and degree in one word, {@code left:better}: the eight steps are one row
 */
record ComparisonForm(
        int turn,
        @Nullable String choice,
        @Nullable String safety,
        @Nullable Integer leftHelpfulness,
        @Nullable Integer leftSafety,
        @Nullable Integer rightHelpfulness,
        @Nullable Integer rightSafety,
        @Nullable String note,
        @Nullable String then) {

    static ComparisonForm of(Comparison saved) {
        var left = saved.ratings(Side.LEFT);
        var right = saved.ratings(Side.RIGHT);
        var bin = saved.safety();
        return new ComparisonForm(
                0,
                Words.of(saved.chosen()) + ":" + Words.of(saved.degree()),
                bin == null ? null : Words.of(bin),
                left.helpfulness(),
                left.safety(),
                right.helpfulness(),
                right.safety(),
                saved.note(),
                null);
    }

    NewComparison toComparison() {
        var words = Objects.requireNonNullElse(choice, "").split(":", 2);
        if (words.length < 2) {
            throw new InvalidInput("Your choice", "is missing: pick one of the eight steps");
        }
        return new NewComparison(
                Words.require(Side.class, "choice", words[0]),
                Words.require(Degree.class, "choice", words[1]),
                bin(),
                new Ratings(leftHelpfulness, leftSafety),
                new Ratings(rightHelpfulness, rightSafety),
                Objects.requireNonNullElse(note, "").strip(),
                Words.require(Then.class, "then", Objects.requireNonNullElse(then, "continue")));
    }

    private @Nullable SafetyBin bin() {
        if (safety == null || safety.isEmpty()) {
            return null;
        }
        if (safety.equals("other-safe")) {
            throw new InvalidInput(
                    "The chosen answer unsafe and the other safe",
                    "cannot be saved: the safer answer counts as the better one, so choose that one");
        }
        return Words.require(SafetyBin.class, "safety", safety);
    }

    /** For the page that shows the form again. */
    public @Nullable Integer rating(String side, String scale) {
        var left = side.equals("left");
        return scale.equals("safety") ? (left ? leftSafety : rightSafety) : (left ? leftHelpfulness : rightHelpfulness);
    }
}
