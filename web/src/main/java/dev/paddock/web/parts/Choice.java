package dev.paddock.web.parts;

import org.jspecify.annotations.Nullable;

/** One option of a select, radio or checkbox field. */
public record Choice(String value, String label, @Nullable String hint) {

    public Choice(String value, String label) {
        this(value, label, null);
    }
}
