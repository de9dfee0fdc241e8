package dev.paddock.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what that matters.
 *
 * @param person  the name of whoever did it; null for Paddock itself
 * @param action  a fact in hyphenated words: {@code role-changed}
 * @param subject what it was done to
 */
public record AuditEntry(long id, Instant at, @Nullable String person, String action, String subject, String detail) {}
