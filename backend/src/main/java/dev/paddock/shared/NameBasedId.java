package dev.paddock.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.stream.Stream;

/** Ids that are made of what they name (RFC 9562, version 8, of SHA-256): the same parts always have the same one, wherever it is made. */
public final class NameBasedId {

    private NameBasedId() {}

    public static UUID of(Stream<String> parts) {
        var digest = sha256();
        parts.forEach(part -> feed(digest, part));
        var bytes = ByteBuffer.wrap(digest.digest());
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
