package dev.paddock.prompts;

import dev.paddock.shared.Words;

/** How a safety prompt tries to get there (Llama 2, §4.2.1). */
public enum AttackVector {
    /** Authority, pity, urgency. */
    PSYCHOLOGICAL_MANIPULATION,
    /** False premises. */
    LOGIC_MANIPULATION,
    /** Misspelling and other disguises of the words. */
    SYNTACTIC_MANIPULATION,
    /** Metaphor and euphemism. */
    SEMANTIC_MANIPULATION,
    /** Role play. */
    PERSPECTIVE_MANIPULATION,
    NON_ENGLISH,
    OTHER;

    public String word() {
        return Words.of(this);
    }
}
