package dev.paddock.prompts;

import dev.paddock.shared.Faults;
import dev.paddock.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A prompt as it arrives, checked, before it belongs to a campaign. */
record Opening(
        String text,
        String system,
        String source,
        String language,
        @Nullable RiskCategory riskCategory,
        @Nullable AttackVector attackVector) {

    static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_SYSTEM = 10_000;
    private static final int LONGEST_LABEL = 200;

    Opening {
        text = Texts.lines(text).strip();
        system = Texts.lines(system).strip();
        var faults = new Faults();
        faults.text("text", text, 1, LONGEST_TEXT);
        faults.text("system", system, 0, LONGEST_SYSTEM);
        faults.text("source", source, 0, LONGEST_LABEL);
        faults.text("language", language, 0, LONGEST_LABEL);
        faults.refuse();
    }

    /**
     * Two prompts are the same when they differ only in case, width, ligatures and other compatibility forms (NFKC), or white space. The
     * system text counts: the same question to another character is another prompt.
     */
    byte[] fingerprint() {
        return sha256(fold(system) + "\0" + fold(text));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
