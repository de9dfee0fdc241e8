/** Servers that score: what they are asked, in whose format, and what is made of their silence. */
@NullMarked
package dev.paddock.rewardmodel.remote;

import org.jspecify.annotations.NullMarked;
