/** Reads GGUF, the container in which llama.cpp and its relatives keep weights, vocabulary and settings. */
@NullMarked
package dev.paddock.rewardmodel.llama.gguf;

import org.jspecify.annotations.NullMarked;
