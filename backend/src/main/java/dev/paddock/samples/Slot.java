package dev.paddock.samples;

import dev.paddock.shared.WordColumn;
import dev.paddock.shared.Words;
import jakarta.persistence.Converter;

/** Which of a pair's two places a sample fills. Which of them a person sees on the left is drawn elsewhere, person by person. */
public enum Slot {
    A,
    B;

    public Slot other() {
        return this == A ? B : A;
    }

    public String word() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static class Column extends WordColumn<Slot> {
        Column() {
            super(Slot.class);
        }
    }
}
