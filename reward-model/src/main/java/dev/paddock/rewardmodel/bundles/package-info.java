/** Bundles: a model with its card on disk, checked as they are opened, unpacked and written. */
@NullMarked
package dev.paddock.rewardmodel.bundles;

import org.jspecify.annotations.NullMarked;
