/**
 * A decoder for models of the Llama architecture on ONNX Runtime: prompt format, key-value cache, sampling. Start at
 * {@link dev.paddock.rewardmodel.llama.Llama}.
 */
@NullMarked
package dev.paddock.rewardmodel.llama;

import org.jspecify.annotations.NullMarked;
