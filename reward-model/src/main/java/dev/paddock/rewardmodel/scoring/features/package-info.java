/** Cheap features: what a few counts and word lists say about an answer, computed in Java and given to the reward head as numbers. */
@NullMarked
package dev.paddock.rewardmodel.scoring.features;

import org.jspecify.annotations.NullMarked;
