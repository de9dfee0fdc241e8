/** Training reward heads on preference pairs: ranking loss with margin, cross-validation by conversation root, evaluation. */
@NullMarked
package dev.paddock.rewardmodel.training;

import org.jspecify.annotations.NullMarked;
