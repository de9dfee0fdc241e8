package dev.paddock.tasks;

import java.util.UUID;

/** The answer to "what next?". */
public sealed interface Next {

    /** The task is the caller's until its lease runs out. */
    record Leased(UUID task) implements Next {}

    record Nothing(EmptyQueue reason) implements Next {}
}
