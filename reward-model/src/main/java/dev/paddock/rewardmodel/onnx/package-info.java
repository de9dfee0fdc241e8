/** ONNX Runtime and tokenizers as the rest uses them: sessions, the execution provider really in use, graphs to read and write. */
@NullMarked
package dev.paddock.rewardmodel.onnx;

import org.jspecify.annotations.NullMarked;
