package dev.paddock.reward;

import dev.paddock.shared.Words;

/** What a reward model is there for. Of each kind at most one serves. */
public enum ModelState {
    /** Known and checked; nothing runs it. */
    CANDIDATE,
    /** Scores all samples beside the one that serves, so that the two can be compared; nobody is given its scores. */
    SHADOW,
    SERVING,
    RETIRED,
    /** Its bundle is gone; what it scored keeps its name. */
    REMOVED;

    public String word() {
        return Words.of(this);
    }

    static ModelState of(String word) {
        return Words.read(ModelState.class, word).orElseThrow();
    }
}
