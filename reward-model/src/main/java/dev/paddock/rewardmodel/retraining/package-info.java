/** Trains a default reward model further, on a Paddock's own comparisons, and judges it by those held out. */
@NullMarked
package dev.paddock.rewardmodel.retraining;

import org.jspecify.annotations.NullMarked;
