package dev.paddock.rewardmodel.training;

import org.jspecify.annotations.Nullable;

/**
 * A pair with what its annotator said of the safety of each answer; null where nothing was said.
 *
 * @param degree how strongly the chosen answer was preferred, for the report only: the pair has the margin already
 * @param impartial whether it was taken without regard to any model's scores, so that it may judge one
 */
public record LabelledPair(
        PreferencePair pair,
        String degree,
        @Nullable Boolean chosenSafe,
        @Nullable Boolean rejectedSafe,
        boolean impartial) {}
