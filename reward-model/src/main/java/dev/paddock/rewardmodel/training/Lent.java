package dev.paddock.rewardmodel.training;

import java.util.Map;

/**
 * Pairs of another kind or from elsewhere that a default is trained on besides its own, at a low weight, and never judged on.
 *
 * @param hashes SHA-256 of each file they are from, by name
 * @param words what they are, for the card
 */
record Lent(PairTable table, Map<String, String> hashes, String words) {}
