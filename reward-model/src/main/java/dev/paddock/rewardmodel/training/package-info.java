/** Vectors of conversations, how well a head ranks them, and the making of the two default reward models. */
@NullMarked
package dev.paddock.rewardmodel.training;

import org.jspecify.annotations.NullMarked;
