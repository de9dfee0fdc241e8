package dev.paddock.rewardmodel.scoring;

import java.util.Locale;

/** One vector of the encoder that a head reads: the pooled states after {@code layer} transformer layers, counted from 1. */
public record Block(int layer, Pooling pooling) {

    /** How many numbers it has after the default encoder. */
    public int width() {
        return pooling == Pooling.PROMPT_BY_ANSWER ? Axes.PROMPT_RANK * Axes.ANSWER_RANK : DefaultEncoder.WIDTH;
    }

    public String tensor() {
        return "pooled." + layer + "." + pooling.name().toLowerCase(Locale.ROOT);
    }
}
