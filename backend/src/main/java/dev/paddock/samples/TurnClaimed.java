package dev.paddock.samples;

import java.util.UUID;

/** A turn that was drawn ahead has a person now. */
record TurnClaimed(UUID turn) {}
