package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.onnx.Provider;

/**
 * What a reward model gave an answer. Scores are logits: a difference of 1 means the higher one is preferred with probability
 * {@code 1 / (1 + e^-1)}; only scores of one model compare.
 *
 * @param tokens tokens that the model read, after truncation
 * @param microsWaiting from when it was asked for until it was computed, less the tokenising: in line behind others, those asked for with
 *     it among them
 * @param microsTokenising time to lay out tokens and features
 * @param microsInference time in ONNX Runtime, or until the server answered; in a batch, this answer's share of it
 */
public record Score(
        double value,
        Provider provider,
        Precision precision,
        int tokens,
        long microsWaiting,
        long microsTokenising,
        long microsInference) {}
