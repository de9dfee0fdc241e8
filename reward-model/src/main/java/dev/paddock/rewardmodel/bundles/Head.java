package dev.paddock.rewardmodel.bundles;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.PackedFloats;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trained linear head with its card, as kept in git: {@code reward = input . weights + bias}, where the input is the card's blocks one
 * after the other and then its features.
 *
 * @param axes of the products of prompt and answer among its blocks; null where there are none
 * @param packed the weights as 32-bit little-endian floats in Base64
 */
public record Head(
        ModelCard card,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Axes axes,
        String packed,
        float bias) {

    public static Head of(ModelCard card, @Nullable Axes axes, float[] weights, float bias) {
        return new Head(card, axes, PackedFloats.pack(weights), bias);
    }

    /** Another one that reads the same. */
    public Head trained(ModelCard newCard, float[] newWeights, float newBias) {
        return of(newCard, axes, newWeights, newBias);
    }

    List<Block> blocks() {
        return Objects.requireNonNull(card.blocks(), "A head names the blocks it reads");
    }

    public float[] weights() {
        return PackedFloats.unpack(packed);
    }
}
