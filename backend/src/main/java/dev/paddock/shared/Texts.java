package dev.paddock.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** What text may hold before it is kept: PostgreSQL refuses NUL, and no log or page should meet a control character. */
public final class Texts {

    /** Letters, digits, punctuation and symbols, but for those that are blank by design: Hangul's fillers and the empty Braille cell. */
    private static final Pattern VISIBLE =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u115F\\u1160\\u3164\\uFFA0\\u2800]]");

    private Texts() {}

    /** With LF alone between its lines: browsers send CRLF, and the same words must be the same text wherever they were typed. */
    public static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Without what PostgreSQL refuses, for text that no one can be asked to mend: NUL, and halves of characters. */
    public static String storable(String text) {
        return text.codePoints().allMatch(Texts::isStorable)
                ? text
                : text.codePoints()
                        .filter(Texts::isStorable)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Whether there is anything in it that a reader sees: neither blanks alone, nor marks without a letter to stand on. */
    public static boolean isVisible(String text) {
        return VISIBLE.matcher(text).find();
    }

    private static boolean isStorable(int point) {
        return point != 0 && Character.getType(point) != Character.SURROGATE;
    }

    /** @throws InvalidInput naming the field that holds such a thing */
    public static void require(String field, String text) {
        fault(text).ifPresent(reason -> {
            throw new InvalidInput(field, reason);
        });
    }

    /** @return what is wrong with it as the end of a sentence, or empty */
    public static Optional<String> fault(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t') {
                return Optional.of("holds a control character (U+%04X)".formatted(point));
            }
            if (Character.getType(point) == Character.SURROGATE) {
                return Optional.of("holds half a character (a lone surrogate, U+%04X)".formatted(point));
            }
            i += Character.charCount(point);
        }
        return Optional.empty();
    }
}
