package dev.paddock.reward;

import org.jspecify.annotations.Nullable;

/**
 * The table of reward models says something new.
 *
 * @param opened the model that is to run from now on, opened and checked already; null where none was
 */
record ModelsChanged(@Nullable OpenModel opened) {}
