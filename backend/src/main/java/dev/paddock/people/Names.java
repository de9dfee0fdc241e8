package dev.paddock.people;

import dev.paddock.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Names of people and of tokens: one line of something to read. */
final class Names {

    static final int LONGEST = 100;

    private Names() {}

    /** @throws InvalidInput when it is blank, too long or holds characters that cannot be seen */
    static String of(String field, @Nullable String typed) {
        var name = typed == null ? "" : typed.strip();
        if (name.isEmpty()) {
            throw new InvalidInput(field, "must not be empty");
        }
        if (name.length() > LONGEST) {
            throw new InvalidInput(field, "must have at most " + LONGEST + " characters");
        }
        if (name.codePoints().anyMatch(Names::invisible)) {
            throw new InvalidInput(field, "must be one line, without control characters");
        }
        return name;
    }

    /** Control characters, line breaks and what turns the direction of the text around it. */
    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
