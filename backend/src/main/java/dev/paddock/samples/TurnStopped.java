package dev.paddock.samples;

import java.util.UUID;

/** Whoever generates the turn is to stop. */
record TurnStopped(UUID turn) {}
