package dev.paddock.reward;

/**
 * What a reward model gives no score, however often it is asked.
 *
 * @param samples how many, one at least
 * @param reason the most frequent one, in one line
 */
public record Unscorable(long samples, String reason) {}
