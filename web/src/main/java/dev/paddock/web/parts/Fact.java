package dev.paddock.web.parts;

import org.jspecify.annotations.Nullable;

/**
 * A figure with its label.
 *
 * @param value as it is shown, unit included
 * @param note  what the figure rests on: its interval, its n
 */
public record Fact(String label, String value, @Nullable String note) {

    public Fact(String label, String value) {
        this(label, value, null);
    }
}
