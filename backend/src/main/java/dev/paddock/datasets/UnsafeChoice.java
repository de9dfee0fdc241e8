package dev.paddock.datasets;

/**
 * The combination that Llama 2 excludes (§3.2.1): the chosen answer is unsafe and the other one safe. The safety bin has no word for it, the
 * two Likert ratings do: 1 and 2 are violations.
 */
public final class UnsafeChoice {

    private UnsafeChoice() {}

    /**
     * SQL for whether a comparison is none; what is one neither teaches a reward model nor measures it.
     *
     * @param comparison the name of its row
     */
    public static String absent(String comparison) {
        return "(%1$s.chosen_safety <= 2 and %1$s.rejected_safety >= 3) is not true".formatted(comparison);
    }
}
