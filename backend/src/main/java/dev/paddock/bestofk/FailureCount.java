package dev.paddock.bestofk;

/** How many samples of a run failed for that reason. */
public record FailureCount(String reason, int samples) {}
