package dev.paddock.rewardmodel.training;

import org.jspecify.annotations.Nullable;

/**
 * A pair with what its annotator said of the safety of each answer; null where nothing was said.
 *
 * @param degree how strongly the chosen answer was preferred, for the report only: the pair has the margin already
 */
public record LabelledPair(
        PreferencePair pair,
        String degree,
        @Nullable Boolean chosenSafe,
        @Nullable Boolean rejectedSafe) {}
