package dev.paddock.rewardmodel.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * Pairs of another kind or from elsewhere that a default is trained on besides its own, at a low weight, and never judged on.
 *
 * @param hashes SHA-256 of each file they are from, by name
 * @param words what they are, for the card
 */
record Lent(PairTable table, Map<String, String> hashes, String words) {

    Lent and(Lent more) {
        var all = new TreeMap<>(hashes);
        all.putAll(more.hashes);
        return new Lent(table.and(more.table), all, words + " and " + more.words);
    }
}
