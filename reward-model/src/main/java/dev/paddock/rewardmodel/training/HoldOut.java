package dev.paddock.rewardmodel.training;

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

    /** In thousandths. Changing it, or the text below, would let what was held out into training. */
    private static final int SHARE = 100;

    private HoldOut() {}

    /** @param root as {@link ConversationRoot} gives it */
    public static boolean contains(String root) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(("held out\n" + root).getBytes(StandardCharsets.UTF_8));
            return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), 1000) < SHARE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
