package dev.paddock.samples.openai;

import dev.paddock.rewardmodel.Message;
import java.util.List;

/**
 * How many tokens a prompt may come to on a server whose tokenizer we do not have. From above on ordinary text: Llama 2's tokenizer makes
 * about one token of four English letters, one of each digit and mark, and one of each byte of a character it does not know.
 */
final class TokenEstimate {

    /** For role marks and the template's own words. */
    private static final int EACH_MESSAGE = 16;

    private TokenEstimate() {}

    static int of(List<Message> messages) {
        var thirds = messages.stream()
                .mapToLong(message -> message.content()
                        .codePoints()
                        .mapToLong(TokenEstimate::thirds)
                        .sum())
                .sum();
        return Math.toIntExact(Math.min(Integer.MAX_VALUE / 2, thirds / 3 + 1 + (long) EACH_MESSAGE * messages.size()));
    }

    private static long thirds(int character) {
        if (character < 0x80) {
            return Character.isLetter(character) || character == ' ' ? 1 : 3;
        }
        return character < 0x800 ? 4 : character < 0x10000 ? 6 : 12;
    }
}
