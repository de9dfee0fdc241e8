/** Reward models: what their card says, how a conversation becomes tokens, and what a score is. */
@NullMarked
package dev.paddock.rewardmodel.scoring;

import org.jspecify.annotations.NullMarked;
