/** Servers that speak OpenAI's chat protocol: vLLM, llama.cpp's llama-server, Ollama and the like. */
@NullMarked
package dev.paddock.samples.openai;

import org.jspecify.annotations.NullMarked;
