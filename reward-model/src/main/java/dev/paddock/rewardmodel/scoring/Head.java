package dev.paddock.rewardmodel.scoring;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A trained linear head with its card, as kept in git: {@code reward = input . weights + bias}, where the input is the card's blocks one
 * after the other and then its features.
 *
 * @param packed the weights as 32-bit little-endian floats in Base64
 */
public record Head(ModelCard card, String packed, float bias) {

    public static Head of(ModelCard card, float[] weights, float bias) {
        var bytes = ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(weights);
        return new Head(card, Base64.getEncoder().encodeToString(bytes.array()), bias);
    }

    List<Block> blocks() {
        return Objects.requireNonNull(card.blocks(), "A head names the blocks it reads");
    }

    public float[] weights() {
        var buffer = ByteBuffer.wrap(Base64.getDecoder().decode(packed))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        var weights = new float[buffer.remaining()];
        buffer.get(weights);
        return weights;
    }
}
