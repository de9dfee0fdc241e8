package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.training.LabelledPair;

/** @param gap the reward of the chosen answer less that of the rejected one */
record Judged(LabelledPair pair, double gap) {}
