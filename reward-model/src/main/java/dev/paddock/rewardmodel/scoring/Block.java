package dev.paddock.rewardmodel.scoring;

import java.util.Locale;

/** One vector of the encoder that a head reads: the pooled states after {@code layer} transformer layers, counted from 1. */
public record Block(int layer, Pooling pooling) {

    String tensor() {
        return "pooled." + layer + "." + pooling.name().toLowerCase(Locale.ROOT);
    }
}
