package dev.paddock.rewardmodel.scoring;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Numbers as 32-bit little-endian floats in Base64. */
public final class PackedFloats {

    private PackedFloats() {}

    public static String pack(float[] values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    public static float[] unpack(String packed) {
        var buffer = ByteBuffer.wrap(Base64.getDecoder().decode(packed))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
