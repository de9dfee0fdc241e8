package dev.paddock.bestofk;

import dev.paddock.shared.Words;

/** How a demonstration is told to a training script; {@code docs/data-shapes.md} shows a record of each. */
public enum DemonstrationShape {
    /** {@code messages}, the answer last. */
    CHAT,
    /** {@code prompt} and {@code completion}, each a list of messages. */
    PROMPT_COMPLETION;

    public String word() {
        return Words.of(this);
    }
}
