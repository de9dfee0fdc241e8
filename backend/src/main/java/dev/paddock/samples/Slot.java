package dev.paddock.samples;

import java.util.Locale;

/** Which of a pair's two places a sample fills. Which of them a person sees on the left is drawn elsewhere, person by person. */
public enum Slot {
    A,
    B;

    public Slot other() {
        return this == A ? B : A;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
