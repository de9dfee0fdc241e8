package dev.paddock.samples;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.training.ConversationRoot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation up to a user's message, and two answers to it that were made elsewhere.
 *
 * @param context what was said before {@code userText}, without the system text
 */
public record PreparedPair(String systemText, List<Message> context, String userText, Answer a, Answer b) {

    /** @param variant who is said to have written it */
    public record Answer(String text, String variant) {

        private String named() {
            return variant + ":" + text;
        }
    }

    /**
     * The same pair always gets the same id in a campaign, whichever answer comes first, so that a file sent twice adds nothing twice, and
     * what one person says of it and another says otherwise is about one pair.
     */
    UUID idIn(UUID campaign) {
        var before = context.stream().map(message -> message.role() + ":" + message.content());
        var answers = Stream.of(a.named(), b.named()).sorted();
        return id(
                campaign,
                Stream.of(Stream.of(systemText), before, Stream.of(userText), answers)
                        .flatMap(part -> part));
    }

    /** Shared by all pairs of a campaign that grew from the same first message: splits go by it (I6). */
    UUID rootIn(UUID campaign) {
        var first = context.isEmpty() ? userText : context.getFirst().content();
        return id(campaign, Stream.of("root", ConversationRoot.normalised(first)));
    }

    /** @param checksum of the answer that is kept in slot a */
    Slot slotOfA(@Nullable String checksum) {
        return Sha256.of(a.text()).equals(checksum) ? Slot.A : Slot.B;
    }

    private static UUID id(UUID campaign, Stream<String> parts) {
        var digest = sha256();
        feed(digest, campaign.toString());
        parts.forEach(part -> feed(digest, part));
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
