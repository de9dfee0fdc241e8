package dev.paddock.annotations;

import java.time.Instant;
import java.util.UUID;

/**
 * What the person holds in hand after a save.
 *
 * @param number       a short number to speak of it
 * @param revisedUntil how long they may still correct it
 * @param ended        the conversation is over, the slot answered
 */
public record Receipt(UUID id, long number, UUID task, Instant savedAt, Instant revisedUntil, boolean ended)
        implements java.io.Serializable {}
