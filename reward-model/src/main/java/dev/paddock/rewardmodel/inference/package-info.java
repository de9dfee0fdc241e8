/** Runs an open model: on ONNX Runtime, in batches or lanes behind a bounded line, or on a server. */
@NullMarked
package dev.paddock.rewardmodel.inference;

import org.jspecify.annotations.NullMarked;
