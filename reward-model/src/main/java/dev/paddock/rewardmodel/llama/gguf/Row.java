package dev.paddock.rewardmodel.llama.gguf;

/**
 * One row of a quantised matrix, unpacked. Element i is {@code codes[i] * scales[i / group] + offsets[i / group]}, with the group size
 * of its {@link Quantisation}; the codes are signed and fit into its bits.
 */
public record Row(byte[] codes, float[] scales, float[] offsets) {

    public static Row of(int elements, Quantisation quantisation) {
        var groups = elements / quantisation.group();
        return new Row(new byte[elements], new float[groups], new float[groups]);
    }

    /** The numbers themselves. */
    public void expand(float[] into) {
        var group = codes.length / scales.length;
        for (var i = 0; i < codes.length; i++) {
            into[i] = codes[i] * scales[i / group] + offsets[i / group];
        }
    }
}
