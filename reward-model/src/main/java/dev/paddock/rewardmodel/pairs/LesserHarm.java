package dev.paddock.rewardmodel.pairs;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rejected answers of the harmless pairs, each with its own beginning preferred to it: there is less of whatever made people reject it. */
public final class LesserHarm {

    private static final int FEWEST_WORDS = 8;

    private LesserHarm() {}

    /** Three to eight tenths of the words are kept. */
    public static List<PreferencePair> of(List<PreferencePair> pairs) {
        var random = new Random(9);
        return pairs.stream()
                .filter(pair -> words(pair).length >= FEWEST_WORDS)
                .map(pair -> new PreferencePair(
                        pair.prompt(),
                        beginning(words(pair), 0.3 + 0.5 * random.nextDouble()),
                        pair.rejected(),
                        0,
                        pair.source()))
                .toList();
    }

    private static String[] words(PreferencePair pair) {
        return pair.rejected().split(" ");
    }

    private static String beginning(String[] words, double share) {
        return String.join(" ", Arrays.copyOf(words, (int) (words.length * share)));
    }
}
