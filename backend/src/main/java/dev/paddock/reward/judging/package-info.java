/** How good a reward model is, on what people said: everything that Llama 2 shows of its own, from the scores that are kept. */
@NullMarked
package dev.paddock.reward.judging;

import org.jspecify.annotations.NullMarked;
