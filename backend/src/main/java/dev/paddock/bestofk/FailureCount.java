package dev.paddock.bestofk;

/** How many samples of a run have no rank for that reason. */
public record FailureCount(String reason, int samples) {}
