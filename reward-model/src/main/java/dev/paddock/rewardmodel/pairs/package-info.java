/** Preference pairs: what they are, the files and rules that they come from, and which of them nobody may train on. */
@NullMarked
package dev.paddock.rewardmodel.pairs;

import org.jspecify.annotations.NullMarked;
