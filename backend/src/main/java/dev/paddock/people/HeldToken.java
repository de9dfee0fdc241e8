package dev.paddock.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as it was just shown, and whom it stands for. */
record HeldToken(UUID id, @Nullable Instant lastUsed, Caller caller) {}
