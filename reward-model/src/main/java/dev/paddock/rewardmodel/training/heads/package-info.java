/** Fits linear heads to vectors: the losses of Llama 2, and what minimises them. */
@NullMarked
package dev.paddock.rewardmodel.training.heads;

import org.jspecify.annotations.NullMarked;
