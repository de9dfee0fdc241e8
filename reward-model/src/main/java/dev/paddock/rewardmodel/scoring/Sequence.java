package dev.paddock.rewardmodel.scoring;

/**
 * A conversation as tokens.
 *
 * @param typedFrom first position whose token type is 1
 * @param typedTo first position behind it whose token type is 0 again
 */
public record Sequence(long[] ids, int typedFrom, int typedTo) {

    public static Sequence ofOneType(long[] ids) {
        return new Sequence(ids, ids.length, ids.length);
    }

    public int length() {
        return ids.length;
    }

    public int type(int position) {
        return position >= typedFrom && position < typedTo ? 1 : 0;
    }
}
