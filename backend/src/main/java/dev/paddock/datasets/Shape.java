package dev.paddock.datasets;

import dev.paddock.shared.InvalidInput;
import java.util.Locale;

/** How one comparison is told to a training script; {@code docs/data-shapes.md} shows a record of each. */
public enum Shape {
    /** TRL's conversational preference with an explicit prompt, and our own columns after it. */
    TRL,
    /** Anthropic's two strings, each a whole dialogue. */
    HH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInput on a word that names none */
    public static Shape of(String word) {
        return switch (word) {
            case "trl" -> TRL;
            case "hh" -> HH;
            default -> throw new InvalidInput("format", "is trl or hh, not '" + word + "'.");
        };
    }
}
