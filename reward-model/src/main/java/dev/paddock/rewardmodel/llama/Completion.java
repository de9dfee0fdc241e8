package dev.paddock.rewardmodel.llama;

/**
 * A finished answer.
 *
 * @param text what the sink was told, in one piece
 * @param completionTokens without the mark with which the model ended the answer
 * @param meanLogProbability natural logarithm, per completion token, at temperature 1 and before top-p and top-k; 0 for an empty answer
 */
public record Completion(
        String text, Finish finish, int promptTokens, int completionTokens, double meanLogProbability) {

    public enum Finish {
        /** The model ended its answer, or wrote a stop text. */
        STOP,
        /** The answer reached {@link Decoding#maxTokens()}. */
        LENGTH,
        CANCELLED
    }
}
