/** Reward models: the bundle they come in, opening one, scoring conversations with it, and the two that ship with Paddock. */
@NullMarked
package dev.paddock.rewardmodel.scoring;

import org.jspecify.annotations.NullMarked;
