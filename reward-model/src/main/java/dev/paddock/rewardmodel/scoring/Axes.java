package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Sha256;

/**
 * The few directions of a prompt's and of an answer's mean state whose products a head may read ({@link Pooling#PROMPT_BY_ANSWER}). They are
 * fitted once, without labels, and stay as they are when a head on them is trained further.
 */
public record Axes(Projection prompt, Projection answer) {

    public static final int PROMPT_RANK = 16;
    public static final int ANSWER_RANK = 16;

    /** {@code (state - mean) . directions}, packed; the directions are [width, rank], row after row. */
    public record Projection(String mean, String directions) {

        public static Projection of(float[] mean, float[] directions) {
            return new Projection(PackedFloats.pack(mean), PackedFloats.pack(directions));
        }

        public float[] means() {
            return PackedFloats.unpack(mean);
        }

        public float[] numbers() {
            return PackedFloats.unpack(directions);
        }

        public int rank() {
            return numbers().length / means().length;
        }
    }

    /** How many products there are. */
    public int width() {
        return prompt.rank() * answer.rank();
    }

    /** In hex, of all the numbers. */
    public String sha256() {
        return Sha256.of(String.join(" ", prompt.mean, prompt.directions, answer.mean, answer.directions));
    }
}
