package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.training.heads.PairTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pairs of another kind or from elsewhere that a default is trained on besides its own, at a low weight, and never judged on.
 *
 * @param hashes SHA-256 of each file they are from, by name
 * @param words what they are, for the card: an item for each sort of them
 */
record Lent(PairTable table, Map<String, String> hashes, List<String> words) {

    Lent and(Lent more) {
        var all = new TreeMap<>(hashes);
        all.putAll(more.hashes);
        return new Lent(
                table.and(more.table),
                all,
                Stream.concat(words.stream(), more.words.stream()).toList());
    }
}
