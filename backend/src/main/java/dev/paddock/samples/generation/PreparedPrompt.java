package dev.paddock.samples.generation;

/**
 * A prompt as a generator will see it.
 *
 * @param sha256 lower-case hex, of the rendered text where we render it, else of the messages as canonical JSON
 * @param tokens counted where we have the tokenizer, else estimated from above
 */
public record PreparedPrompt(String sha256, int tokens) {

    public boolean fits(int maxTokens, int contextTokens) {
        return (long) tokens + maxTokens <= contextTokens;
    }
}
