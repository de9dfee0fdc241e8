package dev.paddock.datasets;

import dev.paddock.shared.InvalidInput;
import java.util.Locale;

/**
 * What a degree of preference counts in the ranking loss {@code -log sigmoid(chosen - rejected - margin)}: the two columns of Llama 2's
 * table 27, or nothing.
 */
public enum Margin {
    NONE(0),
    /** 1, 2/3, 1/3, 0 */
    SMALL(1.0 / 3),
    /** 3, 2, 1, 0 */
    LARGE(1);

    private final double step;

    Margin(double step) {
        this.step = step;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInput on a word that names none */
    public static Margin of(String word) {
        return switch (word) {
            case "none" -> NONE;
            case "small" -> SMALL;
            case "large" -> LARGE;
            default -> throw new InvalidInput("margin", "is small, large or none, not '" + word + "'.");
        };
    }

    /** @param degree as the database and the API write it */
    public double forDegree(String degree) {
        return step
                * switch (degree) {
                    case "significantly-better" -> 3;
                    case "better" -> 2;
                    case "slightly-better" -> 1;
                    case "negligibly-better" -> 0;
                    default -> throw new IllegalStateException("no such degree: " + degree);
                };
    }
}
