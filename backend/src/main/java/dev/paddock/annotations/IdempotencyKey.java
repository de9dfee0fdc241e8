package dev.paddock.annotations;

import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The sender's name for one answer, so that sending it twice saves it once. Unique for each person, not across people. */
public record IdempotencyKey(String value) {

    private static final int LONGEST = 200;

    public IdempotencyKey {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new InvalidInput("Idempotency-Key", "must have 1 to " + LONGEST + " characters");
        }
        Texts.require("Idempotency-Key", value);
    }

    /** For a sender that gave none: each of its attempts counts as an answer of its own. */
    public static IdempotencyKey fresh() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    Comparison sameAnswer(Comparison earlier, UUID task, NewComparison answer) {
        if (!earlier.bodySha256().equals(fingerprint(task, answer))) {
            throw new Conflict("This Idempotency-Key was used for a different answer. Use a new key for each answer.");
        }
        return earlier;
    }

    /** Records print their fields in order, so equal answers have equal texts. */
    String fingerprint(UUID task, NewComparison answer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = task + " " + answer;
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
