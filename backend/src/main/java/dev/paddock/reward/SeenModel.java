package dev.paddock.reward;

import org.jspecify.annotations.Nullable;

/**
 * A reward model as its lead sees it.
 *
 * @param provider the execution provider in use; null where it is not open in this process
 * @param precision likewise
 * @param problem why it does not serve though it should; null where all is well
 */
public record SeenModel(
        RegisteredModel model,
        @Nullable String provider,
        @Nullable String precision,
        @Nullable String problem) {}
