/** Everything that runs on ONNX Runtime: reward models, their training, and the embedded Llama. */
@NullMarked
package dev.paddock.rewardmodel;

import org.jspecify.annotations.NullMarked;
