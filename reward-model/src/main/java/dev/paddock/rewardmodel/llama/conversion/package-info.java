/** Turns a GGUF file into a directory with an ONNX graph, its weights, a tokenizer and the settings, once per file. */
@NullMarked
package dev.paddock.rewardmodel.llama.conversion;

import org.jspecify.annotations.NullMarked;
