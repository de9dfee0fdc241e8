package dev.paddock.bestofk.export;

import dev.paddock.shared.Words;

/** How a best sample is told to a training script; {@code docs/data-shapes.md} shows a record of each. */
public enum BestSampleShape {
    /** {@code messages}, the answer last. */
    CHAT,
    /** {@code prompt} and {@code completion}, each a list of messages. */
    PROMPT_COMPLETION;

    public String word() {
        return Words.of(this);
    }
}
