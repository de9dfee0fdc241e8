package dev.paddock.rewardmodel.pairs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The tenth of all conversations that no model is trained on here, now or later. (The defaults that all begin from were fitted on all of
 * the HH-RLHF files named on their cards.) Whether one is among them hangs on its root alone, so a conversation stays
 * held out for ever and everywhere: in later rounds, in every campaign, on every installation.
 */
public final class HoldOut {

    /** In thousandths. Changing it, or the purpose that is hashed, would let what was held out into training. */
    private static final int SHARE = 100;

    /** So many comparisons of one conversation judge at most: what is said of one hangs together, and more of it tells little more. */
    public static final int MOST_OF_ONE = 10;

    private HoldOut() {}

    /** @param root as {@link ConversationRoot} gives it */
    public static boolean contains(String root) {
        return Long.remainderUnsigned(hash("held out", root), 1000) < SHARE;
    }

    /**
     * A number for each conversation: where only some of those that are held out can judge, it is the ones with the smallest. As good as
     * drawn by lot, but for ever and everywhere the same ones.
     *
     * @param root as {@link ConversationRoot} gives it
     */
    public static long lot(String root) {
        return hash("drawn", root);
    }

    private static long hash(String purpose, String root) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((purpose + "\n" + root).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
