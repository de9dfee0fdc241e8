package dev.paddock.samples.generation;

/**
 * What is known of a generator before it is asked.
 *
 * @param adapter {@code embedded} or {@code openai}
 * @param model   the id it is asked by
 * @param promptFormat the chat template by name; empty where only the server knows
 */
public record GeneratorInfo(String adapter, String model, String promptFormat, int contextTokens) {}
