package dev.paddock.annotations;

import java.util.UUID;

/** A comparison, or a correction of one, was saved; within the same transaction. */
public record ComparisonSaved(UUID comparison) {}
