package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * A conversation up to a user's message, and two answers to it that were made elsewhere.
 *
 * @param context what was said before {@code userText}, without the system text
 */
record PreparedPair(String systemText, List<Message> context, String userText, Answer a, Answer b) {

    /** @param variant who is said to have written it */
    record Answer(String text, String variant) {}

    /** The same pair always gets the same id in a campaign, so that a file sent twice adds nothing twice. */
    UUID idIn(UUID campaign) {
        var digest = sha256();
        feed(digest, campaign.toString());
        feed(digest, systemText);
        context.forEach(message -> feed(digest, message.role() + ":" + message.content()));
        feed(digest, userText);
        feed(digest, a.variant() + ":" + a.text());
        feed(digest, b.variant() + ":" + b.text());
        var bytes = ByteBuffer.wrap(digest.digest());
        // Version 8, variant 1 of RFC 9562: an id of one's own making.
        long high = bytes.getLong() & 0xffffffffffff0fffL | 0x8000L;
        long low = bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static void feed(MessageDigest digest, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
