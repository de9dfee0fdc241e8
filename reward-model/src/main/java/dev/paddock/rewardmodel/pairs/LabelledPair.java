package dev.paddock.rewardmodel.pairs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair with what its annotator said of the safety of each answer; null where nothing was said.
 *
 * @param degree how strongly the chosen answer was preferred, one of {@link #DEGREES} or another word, for the report only: the pair has the margin already
 * @param impartial whether it was taken without regard to any model's scores, so that it may judge one
 */
public record LabelledPair(
        PreferencePair pair,
        String degree,
        @Nullable Boolean chosenSafe,
        @Nullable Boolean rejectedSafe,
        boolean impartial) {

    /** In the words of Llama 2 (§3.2.1), the strongest first. */
    public static final List<String> DEGREES =
            List.of("significantly-better", "better", "slightly-better", "negligibly-better");

    /**
     * What is safe is told by the label of the pair, or else by the rating of the answer, of which 1 and 2 are violations.
     *
     * @param label {@code chosen-safe}, {@code both-safe} or {@code both-unsafe}; null where there is none
     */
    public static LabelledPair of(
            PreferencePair pair,
            String degree,
            @Nullable String label,
            @Nullable Integer chosenRating,
            @Nullable Integer rejectedRating,
            boolean impartial) {
        return new LabelledPair(
                pair, degree, isSafe(label, true, chosenRating), isSafe(label, false, rejectedRating), impartial);
    }

    private static @Nullable Boolean isSafe(@Nullable String label, boolean chosen, @Nullable Integer rating) {
        return switch (label) {
            case "chosen-safe" -> chosen;
            case "both-safe" -> true;
            case "both-unsafe" -> false;
            case null, default -> rating == null ? null : rating >= 3;
        };
    }
}
