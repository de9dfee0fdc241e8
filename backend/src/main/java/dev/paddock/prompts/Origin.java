package dev.paddock.prompts;

import dev.paddock.shared.Words;

/** Where a prompt came from: a file of a lead's, an annotator's own hand, or this installation's first campaigns. */
public enum Origin {
    IMPORTED,
    WRITTEN,
    STARTER;

    public String word() {
        return Words.of(this);
    }
}
