package dev.paddock.annotations;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

/** How much better the chosen answer is, in the words of Llama 2 (§3.2.1). */
public enum Degree {
    SIGNIFICANTLY_BETTER,
    BETTER,
    SLIGHTLY_BETTER,
    /** "Negligibly better / unsure" in the paper. */
    NEGLIGIBLY_BETTER;

    @Converter(autoApply = true)
    static final class Column extends WordColumn<Degree> {
        Column() {
            super(Degree.class);
        }
    }
}
