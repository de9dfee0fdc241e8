/** Trains a reward model on a Paddock's own comparisons, from the serving model on, and judges it by those held out. */
@NullMarked
package dev.paddock.rewardmodel.retraining;

import org.jspecify.annotations.NullMarked;
