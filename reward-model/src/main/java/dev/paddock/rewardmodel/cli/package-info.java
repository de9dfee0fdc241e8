/** Reward models on the command line, for people without a server: score, train, evaluate. */
@NullMarked
package dev.paddock.rewardmodel.cli;

import org.jspecify.annotations.NullMarked;
